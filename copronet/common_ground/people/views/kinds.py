"""The kinds of organisation and their sectors: what there is, and changing it."""

from typing import Any

from django.db.models import Model
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ChangeView, Guarded
from copronet.common_ground.people.forms.kinds import KindForm, NewKindForm, NewSectorForm, SectorForm
from copronet.common_ground.people.models import OrganisationKind, Sector
from copronet.common_ground.people.queries import sectors_with_kinds


class KindsView(Guarded, TemplateView):
    permission = "people.edit_kinds"
    template_name = "people/kinds.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sectors=sectors_with_kinds(), **kwargs)


class EntryView(ChangeView):
    """One sector or one kind, new or changed."""

    permission = "people.edit_kinds"
    lead = _("Write in both languages where you can. Everybody can read this.")
    button = _("Save")
    done = _("Saved.")
    model: type[Model]

    @cached_property
    def entry(self) -> Model:
        code = self.kwargs.get("code")
        return get_object_or_404(self.model._default_manager.all(), pk=code) if code else self.model()

    def subject(self) -> Model:
        return self.entry

    def get_success_url(self) -> str:
        return reverse("people:kinds")


class AddSectorView(EntryView):
    model = Sector
    form_class = NewSectorForm
    title = _("Add a sector")


class ChangeSectorView(EntryView):
    model = Sector
    form_class = SectorForm
    title = _("Change a sector")


class AddKindView(EntryView):
    model = OrganisationKind
    form_class = NewKindForm
    title = _("Add a kind of organisation")


class ChangeKindView(EntryView):
    model = OrganisationKind
    form_class = KindForm
    title = _("Change a kind of organisation")
