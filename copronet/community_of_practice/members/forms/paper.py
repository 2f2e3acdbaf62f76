"""Whose paper form is typed in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.forms.fields import PersonField
from copronet.common_ground.people.models import Organisation

from .joining import TOLD


class WhoseFormForm(forms.Form):
    person = PersonField(required=False)
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        required=False,
        empty_label=_("It is the form of a person"),
    )
    given = forms.ChoiceField(label=_("How they told us"), choices=TOLD, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        in_order = Organisation.objects.filter(merged_into__isnull=True)
        in_order = in_order.order_by(f"sort_key_{reading_language().value}", "id")
        self.fields["organisation"].queryset = in_order  # type: ignore[attr-defined]  # a ModelChoiceField has one

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and bool(cleaned.get("person")) == bool(cleaned.get("organisation")):
            raise ValidationError(_("Choose either a person or an organisation."))
        return cleaned
