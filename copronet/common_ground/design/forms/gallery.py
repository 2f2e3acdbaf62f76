"""A form with one of every kind of field, for the gallery. It keeps nothing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import NEITHER

from .fields import DateField, TimeField

ROLES = [
    ("citizen", _("A person who uses services")),
    ("carer", _("A carer")),
    ("worker", _("A person who runs services")),
]
REACHED = [("email", _("By e-mail")), ("phone", _("By phone")), ("post", _("By post"))]
LENGTHS = [("", _("Choose a length")), ("1", _("One hour")), ("2", _("Two hours")), ("8", _("A whole day"))]


class SampleForm(forms.Form):
    title_cy = forms.CharField(
        label=_("What is it called?"), required=False, help_text=_("In Welsh, in English or in both.")
    )
    title_en = forms.CharField(
        label=_("What is it called?"), required=False, help_text=_("In Welsh, in English or in both.")
    )
    name = forms.CharField(label=_("Your name"), help_text=_("As you wish to be called."))
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput({"autocomplete": "email"}))
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 10 letters or numbers."),
        min_length=10,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    role = forms.ChoiceField(label=_("What brings you here?"), choices=ROLES, widget=forms.RadioSelect)
    reached = forms.MultipleChoiceField(
        label=_("How may we reach you?"),
        help_text=_("Choose as many as you like."),
        choices=REACHED,
        widget=forms.CheckboxSelectMultiple,
    )
    day = DateField(label=_("Which day suits you?"), help_text=_("For example 14 5 2026."))
    hour = TimeField(label=_("At what time?"), help_text=_("For example 14:30 or 2.30pm."))
    length = forms.ChoiceField(label=_("How long?"), choices=LENGTHS)
    places = forms.IntegerField(label=_("How many people?"), min_value=1, max_value=500)
    picture = forms.FileField(
        label=_("A picture"), required=False, help_text=_("JPEG or PNG, at most 10 megabytes.")
    )
    story = forms.CharField(label=_("Anything else?"), required=False, widget=forms.Textarea({"rows": 4}))
    agreed = forms.BooleanField(
        label=_("My name may stand beside what I wrote"), help_text=_("You can change your mind at any time.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("title_cy") and not cleaned.get("title_en"):
            self.add_error(
                "title_cy", ValidationError(_("Write this in Welsh, in English, or in both."), code=NEITHER)
            )
        return cleaned


WITH_MISTAKES = {
    "name": "Mair Enghraifft",
    "email": "mair at enghraifft",
    "password": "short",
    "day_day": "31",
    "day_month": "2",
    "day_year": "2026",
    "hour": "25:00",
    "places": "0",
}
