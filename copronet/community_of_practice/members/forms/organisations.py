"""Joining as an organisation: found among those that are here, or told anew."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.forms.fields import WebsiteField, area_field
from copronet.common_ground.people.models import Organisation


class NewOrganisationForm(OnceForm, forms.ModelForm):
    """The little that is needed to find an organisation, or to begin its record."""

    role = forms.CharField(
        label=_("Your role in it"),
        max_length=120,
        required=False,
        help_text=_("For example: co-ordinator, chair."),
    )

    class Meta:
        model = Organisation
        fields = ("name_cy", "name_en", "website", "area")
        field_classes = {"website": WebsiteField}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))
