"""A record's hard days: a lost address, a death, leaving and coming back, two records of one person."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.views.deeds import ButtonView
from copronet.common_ground.people.actions.addresses import change_address
from copronet.common_ground.people.actions.departing import leave, record_death, undo_leaving
from copronet.common_ground.people.actions.merging import FIELDS, merge
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.forms.records import AddressForm, DeathForm, MergeForm, OtherRecordForm
from copronet.common_ground.people.models import Person

from .records import OneRecord, RecordDeedView


class ChangeAddressView(RecordDeedView):
    permission = "people.change_address"
    form_class = AddressForm
    title = _("Give somebody a new e-mail address")
    lead = _(
        "For somebody who lost their old one. First make sure who they are; both addresses are told,"
        " and whoever is signed in as this person is signed out."
    )
    button = _("Change the address")
    done = _("The address is changed, and both addresses are told.")

    def do(self, form: AddressForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("email", "how", "lost_everything")}
        change_address(actor=self.actor, person=self.person, key=form.deed_key, **said)


class DeathView(RecordDeedView):
    permission = "people.record_departure"
    form_class = DeathForm
    title = _("Somebody has died")
    lead = _(
        "We are sorry. Nobody will write to them any more, their page is taken away,"
        " and what they did with the network stays."
    )
    button = _("Record it")
    done = _("It is recorded. Nobody will write to them any more.")

    def do(self, form: DeathForm) -> None:
        record_death(actor=self.actor, person=self.person, on=form.cleaned_data["on"])


class RecordLeavingView(RecordDeedView):
    permission = "people.record_departure"
    title = _("Somebody wants to leave")
    lead = _("Only when they have asked for it. They are told by letter, and can come back for a while.")
    button = _("Record that they leave")
    stops = True
    done = _("They have left.")

    def do(self, form: Any) -> None:  # noqa: ARG002  (nothing is asked but the button)
        leave(actor=self.actor, person=self.person)


class ComeBackView(OneRecord, ButtonView):
    done = _("They are back. What they held or did for others has to be given again.")

    def do(self) -> None:
        undo_leaving(actor=self.actor, person=self.person)


class ChooseOtherView(RecordDeedView):
    """The first step of making one record of two: which is the other."""

    permission = "people.merge"
    form_class = OtherRecordForm
    title = _("Two records of one person")
    lead = _("This record stays. Which is the other record of the same person?")
    button = _("Show both side by side")

    def form_valid(self, form: Any) -> HttpResponse:
        return redirect("people:merge", pk=self.person.pk, other=form.cleaned_data["other"].pk)


class MergeView(RecordDeedView):
    permission = "people.merge"
    template_name = "people/merge.html"
    form_class = MergeForm
    title = _("Make one record of two")
    lead = _("Choose for each line what is right. Both histories are kept. This cannot be undone.")
    button = _("Make one record")
    stops = True
    done = _("The two records are one now.")

    @cached_property
    def other(self) -> Person:
        other = get_object_or_404(
            Person.objects.select_related("area").filter(standing=Standing.HERE), pk=self.kwargs["other"]
        )
        if other == self.person or not self.me.has_perm("people.merge", other):
            raise Http404
        return other

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"kept": self.person, "duplicate": self.other, "names": FIELDS}

    def do(self, form: MergeForm) -> None:
        merge(actor=self.actor, duplicate=self.other, kept=self.person, chosen=form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(other=self.other, **kwargs)
