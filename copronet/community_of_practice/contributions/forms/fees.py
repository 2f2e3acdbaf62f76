"""Choosing a fee in any mix; setting the bands of the sliding scale; how much match is promised."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.journal.actions import Actor, AlreadyDone
from copronet.common_ground.journal.forms import OnceForm, VersionedForm
from copronet.community_of_practice.contributions.actions.fees import agree_fee, waive_fee
from copronet.community_of_practice.contributions.choices import ForWhom, PartKind, Vat
from copronet.community_of_practice.contributions.models import Band, FeePart, MatchTarget, Party
from copronet.community_of_practice.contributions.queries import (
    bands_today,
    fee_of,
    hours,
    part_of,
    pounds,
    scale_of,
)
from copronet.community_of_practice.members.forms.joining import AboutMembership
from copronet.engines.sliding_scale import Part, reckon

from .fields import DurationField, MoneyField

NOTHING = "nothing"
AMOUNTS = ("suggested_pence", "lowest_pence", "suggested_minutes", "lowest_minutes", "vat", "vat_rate")


class FeeForm(OnceForm):
    """What a party gives for a year: a band, and any mix of money, time and something else; or nothing."""

    band = forms.ChoiceField(label=_("Which band suits you?"), widget=forms.RadioSelect)
    pence = MoneyField(label=_("Money for the year"), required=False, may_be_nothing=True)
    minutes = DurationField(label=_("Time over the year"), required=False)
    words = forms.CharField(
        label=_("Something else"),
        required=False,
        max_length=200,
        help_text=_("Such as a room for meetings, lifts, or printing."),
    )
    share = forms.TypedChoiceField(
        label=_("How much of the fee does that cover?"),
        choices=[
            ("0", _("Nothing")),
            ("25", _("A quarter")),
            ("50", _("Half")),
            ("75", _("Three quarters")),
            ("100", _("All of it")),
        ],
        coerce=int,
        required=False,
        empty_value="0",
        initial="0",
    )

    folded = ("words", "share")
    folded_title = _("Give something else: a room, lifts, printing")

    def __init__(self, *args: Any, party: Party, **options: Any) -> None:
        self.party = party
        super().__init__(*args, **options)
        self.bands = list(bands_today(party))
        named = [(str(band.pk), band_words(band)) for band in self.bands]
        nothing = (NOTHING, _("Nothing this year. Nobody asks why."))
        self.fields["band"].choices = [*named, nothing]  # type: ignore[attr-defined]  # a ChoiceField
        self._begin_with(fee_of(party) if party.pk else None)  # nobody yet on a blank form

    def _begin_with(self, fee: Any) -> None:
        if fee is None:
            return
        self.initial.setdefault("band", NOTHING if fee.waived else str(fee.band_id))
        for part in fee.parts.all():
            name = {PartKind.MONEY: "pence", PartKind.TIME: "minutes", PartKind.IN_KIND: "share"}[
                PartKind(part.kind)
            ]
            self.initial.setdefault(name, part.pence or part.minutes or part.share)
            if part.words:
                self.initial.setdefault("words", part.words)

    def clean_share(self) -> int:
        return int(self.cleaned_data["share"] or 0)

    @property
    def chosen(self) -> Band | None:
        """The band; None where nothing is given this year."""
        key = self.cleaned_data.get("band")
        return next((band for band in self.bands if str(band.pk) == key), None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        band = self.chosen
        if band is not None and not self.errors:
            self._clean_mix(band, cleaned)
        return cleaned

    def _clean_mix(self, band: Band, cleaned: dict[str, Any]) -> None:
        if cleaned.get("share") and not cleaned.get("words"):
            self.add_error("words", _("Say what it is."))
        try:
            reckoning = reckon(scale_of(band), list(self._parts(cleaned)))
        except ValueError:
            self.add_error(
                "band", _("This band cannot be given in that. Choose another mix, or another band.")
            )
            return
        if not reckoning.is_enough:
            said = {"percent": int(reckoning.at_least * 100), "money": pounds(band.lowest_pence)}
            self.add_error(
                None,
                _(
                    "This covers %(percent)s%% of the lowest fee of the band: %(money)s, or the same in time."
                    " Give a little more of something, choose another band, or choose to give nothing this year."
                )
                % said,
            )

    def _parts(self, cleaned: dict[str, Any]) -> Iterator[Part]:
        for name, kind in (
            ("pence", PartKind.MONEY),
            ("minutes", PartKind.TIME),
            ("share", PartKind.IN_KIND),
        ):
            if cleaned.get(name):
                yield part_of(FeePart(kind=kind, **{name: cleaned[name]}))

    def take(self, actor: Actor) -> None:
        """Write what was chosen. The same answer as before changes nothing."""
        try:
            self._take(actor)
        except AlreadyDone:
            return

    def _take(self, actor: Actor) -> None:
        if not self.has_changed() and fee_of(self.party) is not None:
            return
        band = self.chosen
        if band is None:
            waive_fee(actor=actor, party=self.party, key=self.deed_key)
            return
        said = self.cleaned_data
        agree_fee(
            actor=actor,
            party=self.party,
            band=band,
            pence=said["pence"] or 0,
            minutes=said["minutes"] or 0,
            share=said["share"],
            words=said["words"],
            key=self.deed_key,
        )


class FeeStepForm(FeeForm, AboutMembership):
    """The same as a step of joining."""

    def __init__(self, *args: Any, membership: Any, **options: Any) -> None:
        super().__init__(*args, membership=membership, party=membership.party, **options)


def band_words(band: Band) -> str:
    """A band as it stands beside its button: its name, and what is suggested in money and in time."""
    said = {
        "name": str(band.name),
        "money": pounds(band.suggested_pence),
        "time": hours(band.suggested_minutes),
    }
    return _("%(name)s: %(money)s a year, or %(time)s of your time") % said


class BandForm(VersionedForm):
    """One band, with its amounts as people write them."""

    verb = "contributions.band_changed"
    suggested_pence = MoneyField(label=_("Suggested for a year"))
    lowest_pence = MoneyField(label=_("The least for a year"), may_be_nothing=True)
    suggested_minutes = DurationField(label=_("The same in time, suggested"))
    lowest_minutes = forms.IntegerField(label=_("The same in time, the least, in minutes"), min_value=0)
    begins = DateField(label=_("From"))
    ends = DateField(
        label=_("Until"), required=False, help_text=_("The first day on which it can no longer be chosen.")
    )

    class Meta:
        model = Band
        fields = (
            "name_cy",
            "name_en",
            "about_cy",
            "about_en",
            "for_whom",
            "suggested_pence",
            "lowest_pence",
            "suggested_minutes",
            "lowest_minutes",
            "vat",
            "vat_rate",
            "gift_aid",
            "place",
            "begins",
            "ends",
        )
        widgets = {
            "about_cy": forms.Textarea({"rows": 3}),
            "about_en": forms.Textarea({"rows": 3}),
            "for_whom": forms.RadioSelect,
            "vat": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in (("for_whom", ForWhom), ("vat", Vat)):
            self.fields[name].choices = choices.choices  # type: ignore[attr-defined]  # choices without dashes

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        changed = [name for name in AMOUNTS if name in self.changed_data]
        if self.instance.pk and changed and self.instance.fees.exists():
            words = _(
                "Fees were agreed by these amounts. End this band, and add another with the new amounts."
            )
            self.add_error(changed[0], words)
        return cleaned


class NewBandForm(BandForm):
    verb = "contributions.band_added"


class TargetForm(VersionedForm):
    """How much somebody has promised the funder in kind, and where that is written."""

    verb = "contributions.target_changed"
    value = MoneyField(label=_("Amount"))

    class Meta:
        model = MatchTarget
        fields = ("value", "organisation", "source_cy", "source_en")
