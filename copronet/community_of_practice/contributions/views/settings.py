"""Setting the sliding scale and the match, with their history."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Overtaken
from copronet.common_ground.people.views.deeds import DeedView
from copronet.community_of_practice.contributions.forms.fees import BandForm, NewBandForm, TargetForm
from copronet.community_of_practice.contributions.models import Band, MatchTarget


class SettingView(DeedView):
    """Editing one setting. Two people at once are shown both."""

    permission = "contributions.set_bands"
    template_name = "people/versioned.html"
    button = _("Save")
    done = _("Saved. The earlier version is kept in the history.")

    def record(self) -> Any:
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.record()}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except Overtaken:
            form.show_conflict(form.cleaned_data["based_on"])
            return self.form_invalid(form)

    def do(self, form: Any) -> None:
        form.save_as(self.actor)


class ChangeBandView(SettingView):
    form_class = BandForm
    success_url = reverse_lazy("contributions:scale")
    title = _("Change a band of the sliding scale")
    lead = _("Fees already agreed keep the amounts they were agreed with in the journal's history.")

    def record(self) -> Band:
        return get_object_or_404(Band, pk=self.kwargs["pk"])


class AddBandView(SettingView):
    form_class = NewBandForm
    success_url = reverse_lazy("contributions:scale")
    title = _("Add a band to the sliding scale")
    button = _("Add the band")

    def record(self) -> Band:
        return Band(begins=timezone.localdate())


class ChangeTargetView(SettingView):
    form_class = TargetForm
    success_url = reverse_lazy("contributions:match")
    title = _("Change how much match is promised")
    lead = _("Say where the figure is written, so that everybody can look it up.")

    def record(self) -> MatchTarget:
        return get_object_or_404(MatchTarget, pk=self.kwargs["pk"])
