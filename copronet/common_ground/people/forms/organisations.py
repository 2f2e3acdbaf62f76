"""What an organisation says of itself, and who acts for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm, VersionedForm
from copronet.common_ground.people.models import Organisation, Representation

from .fields import PersonField, WebsiteField, area_field


class OrganisationForm(VersionedForm):
    verb = "people.organisation_changed"

    class Meta:
        model = Organisation
        fields = ("name_cy", "name_en", "about_cy", "about_en", "website", "area")
        field_classes = {"website": WebsiteField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"] = area_field(empty_label=_("All of Wales"))


class NewOrganisationForm(OrganisationForm):
    verb = "people.organisation_added"


class AskRepresentativeForm(OnceForm, forms.ModelForm):
    """For those who answer for it: they know an address, and learn nothing from asking about others."""

    email = forms.EmailField(label=_("Their e-mail address"))

    class Meta:
        model = Representation
        fields = ("role_cy", "role_en")

    field_order = ("email",)


class RecordRepresentativeForm(forms.ModelForm):
    """For staff, who write down what an organisation and a person told them."""

    person = PersonField()
    answers_for_it = forms.BooleanField(label=_("Answers for the organisation"), required=False)

    class Meta:
        model = Representation
        fields = ("role_cy", "role_en")

    field_order = ("person",)
