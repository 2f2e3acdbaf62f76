"""Offering something and asking for something: one form, and the little that differs."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.forms import VersionedForm
from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.people.forms.fields import DayField, areas_in_order
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.themes.forms import ThemesField
from copronet.community_of_practice.exchange.actions.sides import add_side
from copronet.community_of_practice.exchange.choices import Access, Time
from copronet.community_of_practice.exchange.models import Offer, Request, Side

FIELDS = (
    "what_cy",
    "what_en",
    "about_cy",
    "about_en",
    "themes",
    "areas",
    "online",
    "times",
    "talks",
    "access",
    "how_much_cy",
    "how_much_en",
    "until",
    "in_return_cy",
    "in_return_en",
    "seen_by",
)
FOLDED = tuple(name for name in FIELDS if name not in ("what_cy", "what_en", "themes", "areas", "online"))
Party = Person | Organisation
IN_A_ROW = {"class": "in-a-row"}


class SideForm(VersionedForm):
    times = forms.MultipleChoiceField(
        label=_("When"), choices=Time.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    access = forms.MultipleChoiceField(
        label=_("Access"), choices=Access.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    until = DayField(label=_("Until when"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["themes"] = ThemesField(kept=self.instance.themes.all() if self.instance.pk else ())
        self.fields["areas"] = forms.ModelMultipleChoiceField(
            areas_in_order(),
            label=_("Where"),
            help_text=_("Choose none if it can be anywhere in Wales."),
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs=IN_A_ROW),
        )
        self.fields["times"].help_text = _("Choose none if any time will do.")
        self.fields["access"].help_text = (
            _("What you can see to.") if self._meta.model is Offer else _("What has to be seen to, for you.")
        )
        self.fields["in_return_cy"].help_text = _("Nothing is a good answer: leave it empty.")
        for name in ("about_cy", "about_en"):
            self.fields[name].widget.attrs["rows"] = 3

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("This day has gone by."))
        return until


class AddSideForm(SideForm):
    """What it is, about what and where; all else is folded away until somebody wants it."""

    party = forms.ChoiceField(label=_("For whom you do this"), widget=forms.RadioSelect)
    folded_title = _("Say more about it")
    folded: tuple[str, ...] = FOLDED

    def __init__(self, *args: Any, parties: list[Party], me: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.parties = {_code(party): party for party in parties}
        named = [
            (code, _("For myself") if party == me else str(party)) for code, party in self.parties.items()
        ]
        self.fields["party"].choices = named  # type: ignore[attr-defined]  # a ChoiceField, above
        self.initial.setdefault("party", next(iter(self.parties)))
        if len(named) == 1:
            self.fields["party"].widget = forms.HiddenInput()
        first = parties[0].area_id
        self.initial.setdefault("areas", [first] if first else [])

    def do_deed(self, *, actor: Actor, content: Model, links: dict[str, Any], based_on: int | None) -> None:  # noqa: ARG002  (a new record)
        side: Side = content  # type: ignore[assignment]  # the form's own model
        party = self.parties[self.cleaned_data["party"]]
        add_side(actor=actor, side=side, party=party, links=links, key=self.deed_key)


class AddOfferForm(AddSideForm):
    verb = "exchange.offer_made"
    folded = (*FOLDED, "room")
    field_order = ("what_cy", "what_en", "party", "themes", "areas", "online", *folded)

    class Meta:
        model = Offer
        fields = (*FIELDS, "room")


class AddRequestForm(AddSideForm):
    verb = "exchange.request_made"
    field_order = ("what_cy", "what_en", "party", "themes", "areas", "online", *FOLDED)

    class Meta:
        model = Request
        fields = FIELDS


class ChangeOfferForm(SideForm, PairedForm):
    verb = "exchange.offer_changed"

    class Meta:
        model = Offer
        fields = (*FIELDS, "room")


class ChangeRequestForm(SideForm, PairedForm):
    verb = "exchange.request_changed"

    class Meta:
        model = Request
        fields = FIELDS


def _code(party: Party) -> str:
    return f"{'o' if isinstance(party, Organisation) else 'p'}{party.pk}"
