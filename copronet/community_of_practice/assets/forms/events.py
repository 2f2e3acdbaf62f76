"""Preparing an asset-mapping event, and typing in its cards one after another."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.forms.fields import area_field, areas_in_order
from copronet.common_ground.people.models import Organisation
from copronet.common_ground.people.queries import organisation_named
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.assets.choices import Kind
from copronet.community_of_practice.assets.models import Asset, MappingEvent
from copronet.community_of_practice.assets.queries.counting import ALL_WALES

MOST_CARDS = 500


class EventForm(OnceForm, forms.ModelForm):
    class Meta:
        model = MappingEvent
        fields = ("name_cy", "name_en", "held_on", "area", "cards")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["held_on"] = forms.DateField(
            label=_("When"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        )
        self.fields["area"] = area_field(empty_label=_("Not in one area"))
        self.fields["cards"] = forms.IntegerField(
            label=_("How many cards"),
            min_value=1,
            max_value=MOST_CARDS,
            initial=self.fields["cards"].initial,
            help_text=_("So many are printed, each with a number of its own; up to 500."),
        )


class CardForm(OnceForm):
    """One card, in the order in which it is read; what stays the same from card to card is filled in already.

    Only those who look after the map say of an organisation that something is its own.
    """

    card = forms.IntegerField(label=_("Number of the card"), min_value=1)
    kind = forms.ChoiceField(label=_("What it is"), choices=Kind.choices)
    language = forms.ChoiceField(
        label=_("Written in"), choices=Language.choices, widget=forms.RadioSelect(attrs={"class": "in-a-row"})
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    about = forms.CharField(
        label=_("About it"), required=False, max_length=5000, widget=forms.Textarea({"rows": 2})
    )
    where = forms.ChoiceField(label=_("Where"))
    place = forms.CharField(label=_("Community or route"), required=False, max_length=200)
    organisation = forms.CharField(
        label=_("Organisation whose it is"),
        required=False,
        max_length=200,
        help_text=_("Its name as it stands here. Leave it empty for something of the community."),
    )
    field_order = ("card", "name", "kind", "about", "language", "where", "place", "organisation")
    KEPT = ("kind", "language", "where", "place", "organisation")

    def __init__(self, *args: Any, event: MappingEvent, knows_records: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.event = event
        areas = [(area.pk, area.name.text) for area in areas_in_order()]
        self.fields["where"].choices = [("", _("Choose")), (ALL_WALES, _("In all of Wales")), *areas]  # type: ignore[attr-defined]
        self.fields["card"].max_value = event.cards  # type: ignore[attr-defined]
        self.fields["card"].widget.attrs |= {"max": event.cards}
        self.fields["name"].widget.attrs["autofocus"] = True  # the number is there already
        for name in ("card", "name", "place", "organisation"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        if not knows_records:
            del self.fields["organisation"]

    def clean_card(self) -> int:
        card: int = self.cleaned_data["card"]
        if card > self.event.cards:
            raise ValidationError(
                _("There is no such card: the last one has the number %(last)s."),
                params={"last": self.event.cards},
            )
        return card

    def clean_organisation(self) -> Organisation | None:
        typed = self.cleaned_data["organisation"].strip()
        if not typed:
            return None
        found = organisation_named(typed)
        if found is None:
            raise ValidationError(
                _("No organisation here has just this name. Look in the list of organisations.")
            )
        return found

    def asset(self) -> Asset:
        """What stands on the card, ready to be put on the map."""
        said = self.cleaned_data
        side = said["language"]
        words = {f"{name}_{side}": said[name] for name in ("name", "about", "place")}
        return Asset(kind=said["kind"], in_all_wales=said["where"] == ALL_WALES, **words)

    @property
    def links(self) -> dict[str, Any]:
        where = self.cleaned_data["where"]
        return {"areas": [] if where == ALL_WALES else [where], "themes": Theme.objects.none()}

    def kept(self) -> dict[str, Any]:
        """What the next card begins with."""
        kept = {name: self.data.get(name, "") for name in self.KEPT}
        return {**kept, "card": self.cleaned_data["card"] + 1}
