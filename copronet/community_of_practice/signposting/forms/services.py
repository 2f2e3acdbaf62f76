"""Looking for help, and writing down where there is some."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.people.forms.fields import WebsiteField
from copronet.common_ground.people.forms.likenesses import OrganisationField
from copronet.common_ground.places.queries import areas_by_board
from copronet.common_ground.themes.forms import AreaAndThemeForm, ThemesField
from copronet.community_of_practice.signposting.models import Feed, Service


class TurnForm(AreaAndThemeForm):
    """Where can I turn? Words, a theme, an area: each may be left out."""

    words = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=200,
        help_text=_("A few words, such as: caring for my mother, rent, company."),
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    field_order = ("words",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"].label = _("Where?")


class ServiceForm(PairedForm):
    verb = "signposting.service_changed"
    organisation = OrganisationField(
        label=_("Organisation in the network"),
        required=False,
        help_text=_("The number of its record or its name in full, if it runs the service."),
    )
    website = WebsiteField(label=_("Website"), required=False)

    class Meta:
        model = Service
        fields = (
            "name_cy",
            "name_en",
            "about_cy",
            "about_en",
            "organisation",
            "provider_cy",
            "provider_en",
            "status",
            "alert_cy",
            "alert_en",
            "phone",
            "email",
            "website",
            "times_cy",
            "times_en",
            "cost_cy",
            "cost_en",
            "minimum_age",
            "maximum_age",
            "speaks_welsh",
            "speaks_english",
            "areas",
            "themes",
        )
        widgets = {
            "about_cy": forms.Textarea({"rows": 4}),
            "about_en": forms.Textarea({"rows": 4}),
            "status": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.verb = "signposting.service_added"
        if self.instance.organisation:
            self.initial["organisation"] = str(self.instance.organisation_id)
        self.fields["areas"] = forms.ModelMultipleChoiceField(
            areas_by_board(),
            label=_("Areas"),
            required=False,
            help_text=_("None, if it is there for all of Wales."),
            widget=forms.CheckboxSelectMultiple,
        )
        kept = self.instance.themes.all() if self.instance.pk else ()
        self.fields["themes"] = ThemesField(kept=kept)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not any(cleaned.get(way) for way in ("phone", "email", "website")):
            self.add_error("phone", ValidationError(_("Say how it is reached: by phone, e-mail or website.")))
        return cleaned


class FeedForm(PairedForm):
    verb = "signposting.feed_changed"
    address = WebsiteField(
        label=_("Address of the feed"), help_text=_("The address in front of “/services”, with https.")
    )

    class Meta:
        model = Feed
        fields = ("name_cy", "name_en", "address", "language", "is_read")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.verb = "signposting.feed_added"

    def clean_address(self) -> str:
        address = str(self.cleaned_data["address"])
        if not address.startswith("https://"):
            raise ValidationError(_("The address begins with https://"))
        return address
