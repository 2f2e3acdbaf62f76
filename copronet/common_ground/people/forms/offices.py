"""Giving and ending offices and powers."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import NEITHER
from copronet.common_ground.people import registry
from copronet.common_ground.people.models import Grant, Holding, Office, Organisation
from copronet.common_ground.people.queries import organisations_in_order

from .fields import DayField, PersonField

ENDS = _("Leave empty if no end is known. From this day on it no longer holds.")


class DecidedForm(forms.ModelForm):
    """What every gift of an office or a power says: from when, until when, by which decision."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("begins", timezone.localdate())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", _("It cannot end before it begins."))
        if not cleaned.get("decision_cy") and not cleaned.get("decision_en"):
            refusal = _("Say which decision made it, in Welsh, in English, or in both.")
            self.add_error("decision_cy", ValidationError(refusal, code=NEITHER))
        return cleaned

    def _post_clean(self) -> None:
        """The action makes the row and the database checks it; there is no half-filled row to judge here."""


class HoldingForm(DecidedForm):
    person = PersonField()

    class Meta:
        model = Holding
        fields = ("begins", "ends", "decision_cy", "decision_en")
        field_classes = {"begins": DayField, "ends": DayField}
        help_texts = {"ends": ENDS}

    field_order = ("person",)


class GrantForm(DecidedForm):
    power = forms.ChoiceField(label=_("Power"))
    office = forms.ModelChoiceField(
        Office.objects.order_by("place", "code"), label=_("To an office"), required=False
    )
    person = PersonField(label=_("Or to a person"), required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Or to an organisation"), required=False
    )

    class Meta:
        model = Grant
        fields = ("begins", "ends", "decision_cy", "decision_en")
        field_classes = {"begins": DayField, "ends": DayField}
        help_texts = {"ends": ENDS}

    field_order = ("power", "office", "person", "organisation")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["power"].choices = [(each.code, each.meaning) for each in registry.powers().values()]  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = organisations_in_order()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        named = [name for name in ("office", "person", "organisation") if cleaned.get(name)]
        if len(named) != 1 and not self.errors.keys() & {"office", "person", "organisation"}:
            raise ValidationError(_("Choose just one: an office, a person or an organisation."))
        return cleaned


class EndForm(forms.Form):
    ends = DayField(label=_("Ends on"), help_text=_("From this day on it no longer holds."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ends", timezone.localdate())
