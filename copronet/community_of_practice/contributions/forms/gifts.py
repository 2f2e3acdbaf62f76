"""Writing down what is given, and settling it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.journal.forms import OnceForm
from copronet.community_of_practice.contributions.choices import GiftKind, PartKind, Why
from copronet.community_of_practice.contributions.models import FeePart, Party
from copronet.community_of_practice.contributions.queries import fee_of

from .fields import DurationField, MoneyField, PartyField

FOR_THE_NETWORK, FOR_ANOTHER = "network", "another"
WHYS_OF_GIFTS = (Why.NOT_GIVEN, Why.WRONG_AMOUNT, Why.WRONG_PARTY, Why.TWICE)


class GiftForm(OnceForm):
    """What I give: time, a thing or money, given already or promised."""

    done = forms.ChoiceField(
        label=_("Have you given it already?"),
        choices=[("given", _("Yes, I gave it")), ("promised", _("Not yet: I promise it"))],
        widget=forms.RadioSelect,
        initial="given",
    )
    kind = forms.ChoiceField(
        label=_("What do you give?"),
        choices=GiftKind,
        widget=forms.RadioSelect(attrs={"class": "side-by-side"}),
        initial="time",
    )
    what = forms.CharField(
        label=_("What is it, in a few words?"),
        max_length=200,
        help_text=_("In your own language, such as: helped at the meeting in Llanffug."),
    )
    minutes = DurationField(label=_("How long?"), required=False)
    value = MoneyField(
        label=_("What is it worth?"),
        required=False,
        help_text=_(
            "For money, the amount. For things, only where the network has asked you for it because a funder needs it."
            " Nobody's own time has a price here."
        ),
    )
    day = DateField(label=_("On which day?"), initial=timezone.localdate)
    whom = forms.ChoiceField(
        label=_("For whom is it?"),
        choices=[(FOR_THE_NETWORK, _("The network")), (FOR_ANOTHER, _("Somebody else in the network"))],
        widget=forms.RadioSelect,
        initial=FOR_THE_NETWORK,
    )
    receiver = PartyField(label=_("Who is it for, if not the network?"), required=False)

    towards_fee = forms.BooleanField(
        label=_("It counts towards this year's fee"),
        required=False,
        initial=True,
        help_text=_("Where a part of the fee was to be given in time, or in something else."),
    )

    def __init__(self, *args: Any, giver: Party | None = None, reader: Any = None, **options: Any) -> None:
        self.giver = giver
        super().__init__(*args, **options)
        self.fields["receiver"].reader = reader  # type: ignore[attr-defined]  # a PartyField, above
        if giver is not None and not self._fee_parts(giver):
            del self.fields["towards_fee"]

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if self.cleaned_data.get("done") == "given" and day and day > timezone.localdate():
            raise forms.ValidationError(
                _("This day is still to come. Say that you promise it, and tell us once it is given.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._clean_amount(cleaned)
        if cleaned.get("whom") == FOR_THE_NETWORK:
            cleaned["receiver"] = None
        elif not cleaned.get("receiver") and "receiver" not in self.errors:
            self.add_error("receiver", _("Say who it is for."))
        if cleaned.get("receiver") and cleaned["receiver"] == self._giver(cleaned):
            self.add_error("receiver", _("Nobody gives to themselves. Choose somebody else, or the network."))
        return cleaned

    def _giver(self, cleaned: dict[str, Any]) -> Any:
        return cleaned.get("giver", self.giver)

    def _clean_amount(self, cleaned: dict[str, Any]) -> None:
        kind = cleaned.get("kind")
        if kind == GiftKind.TIME:
            if not cleaned.get("minutes") and "minutes" not in self.errors:
                self.add_error("minutes", _("Write how long it took."))
            if cleaned.get("value"):
                self.add_error("value", _("Nobody's hour has a price here: leave the value empty for time."))
        else:
            cleaned["minutes"] = None
        if kind == GiftKind.MONEY and not cleaned.get("value") and "value" not in self.errors:
            self.add_error("value", _("Write an amount."))
        if kind == GiftKind.MONEY and cleaned.get("whom") == FOR_ANOTHER:
            self.add_error(
                "whom", _("Money is given to the network. Members give each other time and things.")
            )

    @property
    def said(self) -> dict[str, Any]:
        """What the deed is told of the gift."""
        names = ("kind", "what", "minutes", "value", "day", "receiver")
        return {name: self.cleaned_data[name] for name in names} | {"fee_part": self._fee_part()}

    def _fee_part(self) -> FeePart | None:
        if not self.cleaned_data.get("towards_fee"):
            return None
        kind = PartKind.TIME if self.cleaned_data["kind"] == GiftKind.TIME else PartKind.IN_KIND
        return self._fee_parts(self._giver(self.cleaned_data)).get(kind)

    def _fee_parts(self, giver: Party) -> dict[str, FeePart]:
        """The parts of this year's fee that a gift can count towards."""
        fee = fee_of(giver)
        parts = fee.parts.all() if fee is not None else []
        return {part.kind: part for part in parts if part.kind != PartKind.MONEY}


class GiftOnPaperForm(GiftForm):
    """Staff write down what somebody gave who told them, by phone or on paper."""

    giver = PartyField(label=_("Who gives?"))  # type: ignore[assignment]  # the field; what it holds comes in cleaned_data
    field_order = ("giver",)

    def __init__(self, *args: Any, reader: Any = None, **options: Any) -> None:
        super().__init__(*args, reader=reader, **options)
        self.fields["giver"].reader = reader  # type: ignore[attr-defined]  # a PartyField
        self.fields["done"].label = _("Have they given it already?")


class GivenForm(forms.Form):
    """A promise has been kept."""

    day = DateField(label=_("On which day was it given?"), initial=timezone.localdate)

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


class DeclineForm(forms.Form):
    word = forms.CharField(
        label=_("A word to whoever gave it"),
        max_length=300,
        help_text=_("Say kindly what is not right, so that they can write it down again."),
    )


class ReverseForm(forms.Form):
    why = forms.ChoiceField(
        label=_("Why?"), choices=[(why.value, why.label) for why in WHYS_OF_GIFTS], widget=forms.RadioSelect
    )


class SpendForm(OnceForm):
    """Somebody received something of the network's for their time credits."""

    party = PartyField(label=_("Who received it?"))
    minutes = DurationField(label=_("How long?"))
    day = DateField(label=_("On which day?"), initial=timezone.localdate)

    def __init__(self, *args: Any, reader: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["party"].reader = reader  # type: ignore[attr-defined]  # a PartyField


class TimeCreditsForm(OnceForm):
    """Whether time credits can be spent, from when, and how far below nought somebody may go."""

    can_be_spent = forms.TypedChoiceField(
        label=_("Can time credits be spent?"),
        choices=[
            ("yes", _("Yes: hours received count against hours given")),
            ("no", _("No: hours are only given")),
        ],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
    )
    letter_at = DurationField(
        label=_("Write a friendly letter when somebody has received this much more than they gave")
    )
    limit = DurationField(label=_("Nobody receives more than this beyond what they give"), required=False)
    begins = DateField(label=_("From"), initial=timezone.localdate)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("limit") and cleaned.get("letter_at") and cleaned["letter_at"] >= cleaned["limit"]:
            self.add_error("limit", _("The letter has to come before the limit."))
        return cleaned
