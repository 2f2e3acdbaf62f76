"""A person's details, as they or the staff write them; and finding people in the list."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.choices import Capacity, Level, ReachedBy
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import fingerprint

from .fields import DayField, area_field

CONFLICT = _(
    "Somebody else changed this record while you were writing. What stands there now is shown here,"
    " and what you wrote is still below. Put the two together and save again."
)


class DetailsForm(forms.ModelForm):
    """A person's own details. ``based_on`` notices when somebody else changed them in the meantime."""

    capacities = forms.MultipleChoiceField(
        label=_("I take part as"),
        choices=Capacity,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose as many as are right."),
    )
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)
    # What stands in the record now, as (label, value), when it changed under the writer's hands.
    stands_now: list[tuple[Any, Any]] = []

    class Meta:
        model = Person
        fields: tuple[str, ...] = (
            "name",
            "pronouns",
            "language",
            "phone",
            "postal_address",
            "reached_by",
            "area",
            "level",
            "access_needs",
            "seen_by",
        )
        help_texts = {
            "language": _("We write to you in this language."),
            "pronouns": _("For example: she, he, they."),
            "level": _("The nearest is right. It tells us whether every level takes part."),
            "access_needs": _(
                "What helps you take part: large print, a hearing loop, breaks, a lift."
                " Others see it only if you say so."
            ),
            "seen_by": _(
                "Your page shows your name, pronouns, area and what you take part as. Never how to reach you."
            ),
        }
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
            "postal_address": forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
            "access_needs": forms.Textarea(attrs={"rows": 4}),
            "seen_by": forms.RadioSelect,
            "language": forms.RadioSelect,
            "reached_by": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = area_field(empty_label=_("I would rather not say"))
        self.fields["level"].choices = [("", _("I would rather not say")), *Level.choices]  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["capacities"] = [each.capacity for each in self.instance.capacities.all()]
            self.initial["based_on"] = fingerprint(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        way = cleaned.get("reached_by")
        if way == ReachedBy.PHONE and not cleaned.get("phone"):
            self.add_error("phone", _("Give a phone number, or choose another way to be reached."))
        if way == ReachedBy.POST and not cleaned.get("postal_address"):
            self.add_error("postal_address", _("Give a postal address, or choose another way to be reached."))
        return cleaned

    def show_conflict(self) -> None:
        """Say that the record changed and show what stands there; the next save goes over it knowingly."""
        stored = Person.objects.get(pk=self.instance.pk)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed[self.add_prefix("based_on")] = fingerprint(stored)
        self.data = typed
        self.stands_now = [
            (self.fields[name].label, _shown(stored, name))
            for name in self.Meta.fields
            if _shown(stored, name) != _shown(self.instance, name)
        ]
        self.add_error(None, ValidationError(CONFLICT, code="conflict"))


def _shown(person: Person, name: str) -> str:
    display = getattr(person, f"get_{name}_display", None)
    return str(display() if display else getattr(person, name) or "–")


class RecordForm(DetailsForm):
    """The same record, as staff look after it."""

    class Meta(DetailsForm.Meta):
        fields = (*DetailsForm.Meta.fields, "turns_18_on")
        field_classes = {"turns_18_on": DayField}
        help_texts = {
            **DetailsForm.Meta.help_texts,
            "turns_18_on": _("Only for somebody under 18."),
        }
        labels = {
            "reached_by": _("Best way to reach them"),
            "seen_by": _("Who can see their page"),
            "level": _("Where they stand in their work"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["capacities"].label = _("They take part as")
        for name in ("name", "seen_by", "language", "pronouns", "level", "access_needs"):
            self.fields[name].help_text = ""


class NewRecordForm(OnceForm, RecordForm):
    """Somebody who joins on paper, by phone or at a meeting."""

    class Meta(RecordForm.Meta):
        fields = ("name", "email", *RecordForm.Meta.fields[1:])

    field_order = ("name", "email")

    def clean_email(self) -> str | None:
        address = self.cleaned_data["email"]
        if not address:
            return None
        if Person.objects.filter(email__iexact=address).exists():
            raise ValidationError(_("Another record has this address already."))
        return str(Person.objects.normalize_email(address))


class PeopleFilterForm(forms.Form):
    """Which people of the list to show."""

    area = forms.ChoiceField(required=False)
    capacity = forms.ChoiceField(
        label=_("Takes part as"), choices=[("", _("Anything")), *Capacity.choices], required=False
    )
    says_what_is_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))


class RecordFilterForm(forms.Form):
    """Which records staff look for."""

    words = forms.CharField(label=_("Name or e-mail address"), required=False, max_length=100)
    standing = forms.ChoiceField(label=_("Standing"), choices=Person._meta.get_field("standing").choices)  # type: ignore[arg-type]
    says_what_is_optional = False
