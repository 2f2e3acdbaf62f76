"""Adding an asset in a minute, and changing one in both languages."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.forms import VersionedForm
from copronet.common_ground.languages.forms import PairedForm
from copronet.common_ground.languages.models import keep_as_right
from copronet.common_ground.people.forms.fields import areas_in_order
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.themes.forms import ThemesField
from copronet.community_of_practice.assets.actions.keeping import add_asset, change_asset
from copronet.community_of_practice.assets.choices import Whose
from copronet.community_of_practice.assets.models import Asset
from copronet.community_of_practice.assets.queries.counting import ALL_WALES
from copronet.community_of_practice.assets.validators import Square, read_square

FIELDS = (
    "kind",
    "name_cy",
    "name_en",
    "about_cy",
    "about_en",
    "place_cy",
    "place_en",
    "themes",
    "access_cy",
    "access_en",
    "can_be_borrowed",
    "seen_by",
    "check_every",
)
Holder = Person | Organisation


class SquareField(forms.CharField):
    """A point, of which only the square of one kilometre is kept."""

    def __init__(self, **options: Any) -> None:
        said: dict[str, Any] = {
            "label": _("A point on the map"),
            "help_text": _(
                "Two numbers as a map shows them, such as 52.41, -4.08. We keep only the square of about one"
                " kilometre around it, never the point itself. Leave it out for a home."
            ),
            "required": False,
            "max_length": 60,
        }
        super().__init__(**said | options)

    def clean(self, value: Any) -> Square | None:
        typed = super().clean(value)
        return read_square(typed) if typed else None


class PlacedForm(VersionedForm):
    """What is said of an asset, with where it is: all of Wales, or areas, a community and perhaps a point."""

    where = forms.ChoiceField(label=_("Where"))
    more_areas = forms.MultipleChoiceField(
        label=_("In these areas too"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "in-a-row"}),
    )
    point = SquareField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = [(area.pk, area.name.text) for area in areas_in_order()]
        self.fields["where"].choices = [("", _("Choose")), (ALL_WALES, _("In all of Wales")), *areas]  # type: ignore[attr-defined]
        self.fields["more_areas"].choices = areas  # type: ignore[attr-defined]
        self.fields["themes"] = ThemesField(kept=self.instance.themes.all() if self.instance.pk else ())
        self.fields["place_cy"].help_text = _(
            "A village, a neighbourhood, or a route such as Aberystwyth to Machynlleth. Never a home address."
        )
        self.fields["access_cy"].help_text = _("Steps, doors, parking, toilets, quiet, whom to ask.")
        for name in ("about_cy", "about_en"):
            self.fields[name].widget.attrs["rows"] = 4
        for name in ("access_cy", "access_en"):
            self.fields[name].widget.attrs["rows"] = 2
        if self.instance.pk:
            self._show_where()

    def _show_where(self) -> None:
        areas = list(self.instance.areas.order_by("code").values_list("pk", flat=True))
        self.initial["where"] = ALL_WALES if self.instance.in_all_wales else next(iter(areas), "")
        self.initial["more_areas"] = areas if self.instance.in_all_wales else areas[1:]
        square = self.instance.square
        self.initial["point"] = f"{square.latitude}, {square.longitude}" if square else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        named = [cleaned.get("where"), *cleaned.get("more_areas", [])]
        cleaned["areas"] = [code for code in dict.fromkeys(named) if code and code != ALL_WALES]
        return cleaned

    def fill_in_where(self, asset: Asset) -> None:
        square = self.cleaned_data["point"]
        asset.in_all_wales = self.cleaned_data["where"] == ALL_WALES
        asset.north, asset.east = (square.north, square.east) if square else (None, None)


class AddAssetForm(PlacedForm):
    """The few things that are needed stand open; all else is folded away until somebody wants it."""

    verb = "assets.added"
    holder = forms.ChoiceField(label=_("Whose it is"), widget=forms.RadioSelect)
    folded_title = _("Say more about it")
    folded = (
        "about_cy",
        "about_en",
        "more_areas",
        "place_cy",
        "place_en",
        "point",
        "themes",
        "access_cy",
        "access_en",
        "can_be_borrowed",
        "seen_by",
        "check_every",
    )
    field_order = ("kind", "name_cy", "name_en", "holder", "where", *folded)

    class Meta:
        model = Asset
        fields = FIELDS

    def __init__(self, *args: Any, holders: list[Holder], me: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.holders = {_code(holder): holder for holder in holders}
        named = [(code, _("Mine") if holder == me else str(holder)) for code, holder in self.holders.items()]
        self.fields["holder"].choices = [*named, (Whose.PLACE.value, Whose.PLACE.label)]  # type: ignore[attr-defined]
        first = holders[0] if holders else None
        self.initial.setdefault("holder", next(iter(self.holders), Whose.PLACE.value))
        self.initial.setdefault("where", (first and first.area_id) or "")

    def do_deed(self, *, actor: Actor, content: Model, links: dict[str, Any], based_on: int | None) -> None:  # noqa: ARG002  (a new record)
        asset: Asset = content  # type: ignore[assignment]  # the form's own model
        self.fill_in_where(asset)
        holder = self.holders.get(self.cleaned_data["holder"])
        add_asset(actor=actor, asset=asset, holder=holder, links=links, key=self.deed_key)


class ChangeAssetForm(PlacedForm, PairedForm):
    verb = "assets.changed"
    field_order = (
        "kind",
        "name_cy",
        "name_en",
        "about_cy",
        "about_en",
        "where",
        "more_areas",
        "place_cy",
        "place_en",
        "point",
    )

    class Meta:
        model = Asset
        fields = FIELDS

    def do_deed(self, *, actor: Actor, content: Model, links: dict[str, Any], based_on: int | None) -> None:
        asset: Asset = content  # type: ignore[assignment]  # the form's own model
        self.fill_in_where(asset)
        keep_as_right(asset, self.ticked)
        change_asset(actor=actor, asset=asset, links=links, based_on=based_on, key=self.deed_key)


class WhyForm(forms.Form):
    """Why an asset is withdrawn."""

    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("A few words for those who look after it, such as: the hall has closed."),
    )

    def clean_why(self) -> str:
        why: str = self.cleaned_data["why"].strip()
        if not why:
            raise ValidationError(_("Say why, in a few words."))
        return why


def _code(holder: Holder) -> str:
    return f"{'o' if isinstance(holder, Organisation) else 'p'}{holder.pk}"
