"""The searches somebody keeps, keeping one, letting one go; for staff, what is sought."""

from typing import Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.letters.queries import has_stopped, stop_token
from copronet.common_ground.search.choices import FACETS

from .actions import let_go
from .choices import MOST_SEARCHES, SHOWN_FROM
from .emails import NEWS
from .forms import KeepSearchForm
from .models import SavedSearch
from .queries import most_sought, narrowed_by, searches_of


class MineView(Guarded, TemplateView):
    """One's own searches, or those of the person for whom one acts at present."""

    template_name = "seeking/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        party = self.actor.party or self.me
        searches = [(search, narrowed_by(search.facets)) for search in searches_of(party)]
        return super().get_context_data(
            searches=searches,
            party=party,
            most=MOST_SEARCHES,
            is_stopped=has_stopped(party, NEWS),
            stop=stop_token(party, NEWS),
            **kwargs,
        )


class KeepView(DeedView):
    template_name = "seeking/keep.html"
    form_class = KeepSearchForm
    title = _("Keep this search")
    button = _("Keep this search")
    success_url = reverse_lazy("seeking:mine")
    done = _("The search is kept. Once a week we write to you if it finds anything new.")

    def get_initial(self) -> dict[str, Any]:
        asked = {name: self.request.GET.get(name, "").replace("\0", " ") for name in ("words", *FACETS)}
        return super().get_initial() | asked | {"name": asked["words"][:80]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or self.get_form()
        facets = {name: value for name in FACETS if (value := form[name].value())}
        back = f"{reverse('front:search')}?{urlencode({'words': form['words'].value() or '', **facets})}"
        told = {"form": form, "narrowed": narrowed_by(facets), "back": back}
        return super().get_context_data(**kwargs | told)

    def do(self, form: KeepSearchForm) -> None:
        form.save_as(self.actor)


class LetGoView(ButtonView):
    success_url = reverse_lazy("seeking:mine")
    done = _("The search is not kept any more.")

    def do(self) -> None:
        theirs = SavedSearch.objects.filter(person=self.actor.party)
        let_go(actor=self.actor, search=get_object_or_404(theirs, pk=self.kwargs["pk"]))


class SoughtView(Guarded, TemplateView):
    permission = "seeking.see_sought"
    template_name = "seeking/sought.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        return super().get_context_data(
            in_vain=most_sought(found=False, today=today),
            found=most_sought(found=True, today=today),
            shown_from=SHOWN_FROM,
            **kwargs,
        )
