"""What the map is narrowed down by. Each choice says how many it leads to."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.forms.fields import areas_in_order
from copronet.common_ground.people.models import Sector
from copronet.common_ground.places.models import HealthBoard
from copronet.common_ground.themes.queries import themes_in_order
from copronet.community_of_practice.assets.choices import Kind
from copronet.community_of_practice.assets.queries.counting import A_MINUTE, ALL_WALES, YES

FACETS = ("kind", "theme", "area", "board", "sector", "language", "fresh", "borrow")
Named = Iterable[tuple[str, Any]]


class FacetsForm(forms.Form):
    """Words and facets, all by choice; what cannot be read counts as not chosen."""

    words = forms.CharField(label=_("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("What it is"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    board = forms.ChoiceField(label=_("Health board"), required=False)
    sector = forms.ChoiceField(label=_("Sector"), required=False)
    language = forms.ChoiceField(label=_("Written in"), required=False)
    fresh = forms.ChoiceField(label=_("Checked"), required=False)
    borrow = forms.ChoiceField(label=_("Lending"), required=False)
    says_what_is_optional = False

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.named = cast(
            "dict[str, list[tuple[str, str]]]",
            cache.get_or_set(f"assets-named-{reading_language().value}", _named, A_MINUTE),
        )
        for name, found in self.named.items():
            self.fields[name].choices = [("", _EVERY[name]), *found]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def choice(self) -> dict[str, str]:
        """The facets that were chosen, by their values."""
        self.is_valid()
        return {name: self.cleaned_data[name] for name in FACETS if self.cleaned_data.get(name)}

    @property
    def typed(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("words") or "").strip()

    def count(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Write beside each choice how many it leads to, and leave out those that lead to none."""
        chosen = self.choice
        for name, found in self.named.items():
            here = counts.get(name, {})
            shown = [
                (value, f"{label} ({here.get(value, 0)})")
                for value, label in found
                if here.get(value) or chosen.get(name) == value
            ]
            self.fields[name].choices = [("", _EVERY[name]), *shown]  # type: ignore[attr-defined]  # a ChoiceField


_EVERY = {
    "kind": _("Everything"),
    "theme": _("All themes"),
    "area": _("Anywhere"),
    "board": _("Every health board"),
    "sector": _("Every sector"),
    "language": _("Either language"),
    "fresh": _("Whenever"),
    "borrow": _("All the same"),
}


def _named() -> dict[str, list[tuple[str, str]]]:
    """The values of each facet with what the reader calls them; they seldom change, and are asked for often."""
    key = reading_language().value
    named: dict[str, Named] = {
        "kind": [(kind.value, kind.label) for kind in Kind],
        "theme": [(theme.code, theme.name.text) for theme in themes_in_order()],
        "area": [
            (ALL_WALES, _("For all of Wales")),
            *((area.pk, area.name.text) for area in areas_in_order()),
        ],
        "board": [(board.pk, board.name.text) for board in HealthBoard.objects.order_by(f"name_{key}")],
        "sector": [
            (sector.pk, sector.name.text) for sector in Sector.objects.order_by("place", f"sort_key_{key}")
        ],
        "language": Language.choices,
        "fresh": [(YES, _("Within the last year"))],
        "borrow": [(YES, _("Can be borrowed"))],
    }
    return {name: [(value, str(label)) for value, label in found] for name, found in named.items()}
