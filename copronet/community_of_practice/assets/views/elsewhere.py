"""The map in other places: as a file, inside another site, under a short address, as a feed."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.views.deeds import AddView, ButtonView
from copronet.common_ground.languages.models import reading_language
from copronet.community_of_practice.assets.actions.views import remove_view, save_view
from copronet.community_of_practice.assets.exports import as_csv, as_geojson, as_linked_data
from copronet.community_of_practice.assets.forms.more import SaveViewForm
from copronet.community_of_practice.assets.models import SavedView
from copronet.community_of_practice.assets.queries import is_open_to
from copronet.community_of_practice.assets.queries.listing import with_what_is_shown

from .asset_map import AssetsView, Chosen
from .assets import OfAsset

EMBEDDED = 12
FILES = {"csv": ("text/csv; charset=utf-8", as_csv), "geojson": ("application/geo+json", as_geojson)}


class DownloadView(View):
    """Exactly what the facets show to this reader, in one of two forms."""

    def get(self, request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
        content_type, write = FILES[form]
        chosen = Chosen(request.user, request.GET)
        rows = write(chosen.assets, request.user, settings.SITE_ADDRESS)
        name = f"asedau-assets.{form}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(rows, content_type=content_type, headers=headers)


@method_decorator(xframe_options_exempt, name="dispatch")
class EmbedView(TemplateView):
    """A short list inside another site: what everybody may see, without cookies, frame or scripts."""

    template_name = "assets/embed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = Chosen(None, self.request.GET)
        return super().get_context_data(
            assets=with_what_is_shown(chosen.assets)[:EMBEDDED],
            total=chosen.total,
            query=chosen.query.urlencode(),
            site=settings.SITE_ADDRESS,
            names={},
            **kwargs,
        )


class SavedViewView(AssetsView):
    """The map as somebody has saved it, under its short address."""

    @cached_property
    def view(self) -> SavedView:
        return get_object_or_404(SavedView, code=self.kwargs["code"], removed_at__isnull=True)

    @cached_property
    def chosen(self) -> Chosen:
        return Chosen(self.request.user, self.view.facets, reverse("assets:assets"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_remove = self.request.user.has_perm("assets.remove_view", self.view)
        return super().get_context_data(saved=self.view, may_remove=may_remove, **kwargs)


class SaveViewView(AddView):
    """Name what is chosen in the address of this page."""

    permission = "assets.add"
    template_name = "assets/save_view.html"
    form_class = SaveViewForm
    kind = SavedView
    success_url = reverse_lazy("assets:assets")

    @cached_property
    def chosen(self) -> Chosen:
        return Chosen(self.request.user, self.request.GET)

    def do(self, form: SaveViewForm) -> None:
        self.made = save_view(
            actor=self.actor,
            view=form.save(commit=False),
            facets=self.chosen.facets,
            key=form.deed_key,
        )

    def get_success_url(self) -> str:
        return str(self.made.get_absolute_url() if self.made else self.success_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            total=self.chosen.total, query=self.chosen.query.urlencode(), **kwargs
        )


class RemoveViewView(ButtonView):
    permission = "assets.remove_view"
    success_url = reverse_lazy("assets:views")
    done = _("The view is gone.")

    @cached_property
    def view(self) -> SavedView:
        return get_object_or_404(SavedView, code=self.kwargs["code"])

    def subject(self) -> SavedView:
        return self.view

    def do(self) -> None:
        remove_view(actor=self.actor, view=self.view)


class ViewsView(ListView[SavedView]):
    template_name = "assets/views.html"
    paginate_by = 50
    context_object_name = "views"

    def get_queryset(self) -> QuerySet[SavedView]:
        key = reading_language().value
        return SavedView.objects.filter(removed_at__isnull=True).order_by(f"sort_key_{key}", "id")


class DataView(OfAsset, View):
    """One entry that everybody may see, for machines: schema.org in JSON-LD."""

    def get(self, _request: HttpRequest, **_named: Any) -> JsonResponse:
        if not is_open_to(self.asset, None):
            raise Http404
        return JsonResponse(
            as_linked_data(self.asset, settings.SITE_ADDRESS), content_type="application/ld+json"
        )
