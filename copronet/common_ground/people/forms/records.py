"""What staff do with a record: address, death, two records of one person, guardians, answers on paper."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.choices import IdentityChecked
from copronet.common_ground.people.models import ConsentWording, GuardianConsent, Person, Support
from copronet.common_ground.people.queries import wordings_today

from .fields import DayField, PersonField


class AddressForm(OnceForm):
    email = forms.EmailField(label=_("New e-mail address"))
    how = forms.ChoiceField(
        label=_("How you made sure who they are"), choices=IdentityChecked, widget=forms.RadioSelect
    )
    lost_everything = forms.BooleanField(
        label=_("They have also lost their second factor or passkeys: take these off"), required=False
    )


class DeathForm(forms.Form):
    on = DayField(label=_("The day they died, or the day we heard"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", timezone.localdate())


class OtherRecordForm(forms.Form):
    other = PersonField(label=_("The other record of this person"))


LABELS = {
    "reached_by": _("Best way to reach them"),
    "seen_by": _("Who can see their page"),
    "level": _("Where they stand in their work"),
}


class MergeForm(forms.Form):
    """Field by field, which of two records is right. Built for the two in hand."""

    def __init__(
        self, *args: Any, kept: Person, duplicate: Person, names: tuple[str, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in names:
            stays, goes = _shown(kept, name), _shown(duplicate, name)
            if stays != goes:
                self.fields[name] = forms.ChoiceField(
                    label=LABELS.get(name) or Person._meta.get_field(name).verbose_name,  # type: ignore[union-attr]  # a column, not a relation
                    choices=[("kept", stays or _("(empty)")), ("duplicate", goes or _("(empty)"))],
                    initial="kept" if stays else "duplicate",
                    widget=forms.RadioSelect,
                )


def _shown(person: Person, name: str) -> str:
    display = getattr(person, f"get_{name}_display", None)
    return str(display() if display else getattr(person, name) or "")


class GuardianForm(forms.ModelForm):
    class Meta:
        model = GuardianConsent
        fields = ("guardian", "reached_at", "agreed")


class AnswerForm(forms.Form):
    """Answers given on paper, by phone or in person, typed in by staff."""

    given = forms.ChoiceField(label=_("How it was given"), choices=Support.Agreed.choices[:3])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wordings: list[ConsentWording] = wordings_today()
        for wording in self.wordings:
            self.fields[wording.code] = forms.ChoiceField(
                label=wording.text,
                choices=[("", _("Not asked")), ("yes", _("Yes")), ("no", _("No"))],
                required=False,
            )


class WordingForm(OnceForm, forms.ModelForm):
    class Meta:
        model = ConsentWording
        fields = ("code", "text_cy", "text_en")

    def _post_clean(self) -> None:
        """The action gives the wording its number and its day; there is no whole row to judge here."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("text_cy", "text_en"):
            if not cleaned.get(name):
                self.add_error(name, _("People are asked in their own language: write it in both."))
        return cleaned
