"""The gallery: every component alive, with the lines that make it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from copronet.common_ground.places.choices import AREAS

from .choices import COMPONENTS, Component
from .forms.gallery import WITH_MISTAKES, SampleForm
from .tables import Bar, BarChart, Tile, TileMap

ERROR_PAGES = ("400", "403", "403_csrf", "404", "429", "500")


class OpenToBuilders:
    """Open to all in development and demonstration; elsewhere to the staff alone."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        open_to_all = settings.DEBUG or settings.DEMONSTRATION
        if not open_to_all and not request.user.has_perm("design.see_gallery"):
            raise Http404
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view beside it has it


class GalleryView(OpenToBuilders, TemplateView):
    template_name = "design/gallery/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(pages=[_shown(component) for component in COMPONENTS], **kwargs)


class ComponentView(OpenToBuilders, TemplateView):
    template_name = "design/gallery/page.html"
    component: Component = COMPONENTS[0]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(page=_shown(self.component), codes=ERROR_PAGES, **kwargs)
        context["sample"] = SampleForm(WITH_MISTAKES if "mistakes" in self.request.GET else None)
        if self.component.key == "pagination":
            names = [_("Offer %(number)s") % {"number": number} for number in range(1, 61)]
            context["samples"] = Paginator(names, 5).get_page(self.request.GET.get("page"))
        return context | {"chart": _chart(), "map": _map(self.request)}


class FormsView(OpenToBuilders, FormView):
    """The form page of the gallery: ``?mistakes`` shows it as it comes back."""

    template_name = "design/gallery/page.html"
    form_class = SampleForm

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if "mistakes" in self.request.GET and self.request.method == "GET":
            kwargs["data"] = WITH_MISTAKES
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        forms = next(component for component in COMPONENTS if component.key == "forms")
        return super().get_context_data(page=_shown(forms), **kwargs)

    def form_valid(self, _form: SampleForm) -> HttpResponse:
        messages.success(
            self.request, _("Everything was right. This is only the gallery, so nothing was kept.")
        )
        return redirect("design:forms")


class QuestionView(OpenToBuilders, TemplateView):
    template_name = "design/gallery/question.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        messages.success(request, _("Everything was right. This is only the gallery, so nothing was kept."))
        return redirect("design:question")


class ErrorPageView(OpenToBuilders, TemplateView):
    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        if code not in ERROR_PAGES:
            raise Http404
        return render(request, f"{code}.html")


def _shown(component: Component) -> dict[str, Any]:
    example = f"design/gallery/examples/{component.key}.html"
    return {
        "name": component.name,
        "use": component.use,
        "url": reverse(f"design:{component.key}"),
        "example": example,
        "source": get_template(example).template.source,  # type: ignore[attr-defined]  # Django's own engine
    }


def _chart() -> BarChart:
    bars = (
        Bar(_("Getting about"), 46, "46"),
        Bar(_("Support at home"), 31, "31"),
        Bar(_("Being heard at the surgery"), 17, "17"),
        Bar(_("Support for young carers"), None, _("fewer than 5")),
    )
    return BarChart(
        title=_("What people in the example area asked to change"),
        reading=_("Getting about was named most often, by about half as many again as support at home."),
        label_heading=_("What should change"),
        value_heading=_("Voices"),
        bars=bars,
        source=_("Made-up numbers. Numbers under 5 are held back to protect people."),
    )


def _map(request: HttpRequest) -> TileMap:
    counts = {area.code: (index * 7) % 23 for index, area in enumerate(AREAS)}
    address = request.path
    return TileMap(
        title=_("Example members by area"),
        reading=_("There are example members in every area but one."),
        value_heading=_("Members"),
        tiles={code: Tile(str(count), count, f"{address}#{code}") for code, count in counts.items()},
        source=_("Made-up numbers."),
    )
