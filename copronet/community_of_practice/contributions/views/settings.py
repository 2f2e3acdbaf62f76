"""Setting the sliding scale and the match, with their history."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.views.deeds import ChangeView, DeedView
from copronet.community_of_practice.contributions.forms.fees import BandForm, NewBandForm, TargetForm
from copronet.community_of_practice.contributions.models import Band, MatchTarget

SAVED = _("Saved. The earlier version is kept in the history.")


class ChangeBandView(ChangeView):
    permission = "contributions.set_bands"
    form_class = BandForm
    success_url = reverse_lazy("contributions:scale")
    title = _("Change a band of the sliding scale")
    lead = _("The amounts of a band by which fees were agreed stand still: end it, and add another.")
    button = _("Save")
    done = SAVED

    @cached_property
    def band(self) -> Band:
        return get_object_or_404(Band, pk=self.kwargs["pk"])

    def subject(self) -> Band:
        return self.band


class AddBandView(DeedView):
    permission = "contributions.set_bands"
    form_class = NewBandForm
    success_url = reverse_lazy("contributions:scale")
    title = _("Add a band to the sliding scale")
    button = _("Add the band")
    done = _("The band is added.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": Band(begins=timezone.localdate())}

    def do(self, form: NewBandForm) -> None:
        form.save_as(self.actor)


class ChangeTargetView(ChangeView):
    permission = "contributions.set_bands"
    form_class = TargetForm
    success_url = reverse_lazy("contributions:match")
    title = _("Change how much match is promised")
    lead = _("Say where the figure is written, so that everybody can look it up.")
    button = _("Save")
    done = SAVED

    @cached_property
    def target(self) -> MatchTarget:
        return get_object_or_404(MatchTarget, pk=self.kwargs["pk"])

    def subject(self) -> MatchTarget:
        return self.target
