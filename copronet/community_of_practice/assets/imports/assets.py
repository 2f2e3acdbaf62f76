"""Tables of assets: of a network that has kept them elsewhere, or of a mapping event."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from copronet.common_ground.journal.actions import ActionRefused, Actor, Overtaken
from copronet.common_ground.people.imports.cells import Cells, Words
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import organisation_named, person_named
from copronet.common_ground.places.models import Area
from copronet.common_ground.spreadsheets.choices import Column, Done, Outcome, Verdict, in_both
from copronet.common_ground.spreadsheets.queries import fold
from copronet.common_ground.spreadsheets.registry import Said, Sheet
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.assets.actions.keeping import add_asset, change_asset, withdraw
from copronet.community_of_practice.assets.choices import Kind, SeenBy
from copronet.community_of_practice.assets.models import Asset
from copronet.community_of_practice.assets.queries.tables import (
    asset_like,
    assets_as_rows,
    fingerprint,
    stands,
)
from copronet.community_of_practice.assets.validators import read_square

CHOSEN: dict[str, type[TextChoices]] = {"kind": Kind, "seen_by": SeenBy}
LENGTHS = {"name": 200, "about": 5000, "place": 200, "access": 2000}
FLAGS = ("in_all_wales", "can_be_borrowed")
LINKS = ("areas", "themes")
Holder = Person | Organisation | None


class AssetSheet(Sheet):
    code = "assets"
    title = gettext_lazy("Asset Map")
    permission = "assets.look_after"
    needs = ("name_cy", "name_en")
    columns = (
        Column("number", gettext_lazy("Number on the map"), ("id", "rhif")),
        Column("kind", gettext_lazy("What it is"), ("kind", "type", "math")),
        Column("name_cy", gettext_lazy("Name, in Welsh"), ("enw", "welsh name")),
        Column("name_en", gettext_lazy("Name, in English"), ("name", "english name")),
        Column("about_cy", gettext_lazy("About it, in Welsh"), ("disgrifiad",)),
        Column("about_en", gettext_lazy("About it, in English"), ("description",)),
        Column("organisation", gettext_lazy("Organisation"), ("sefydliad",)),
        Column("person", gettext_lazy("Person: e-mail address or number of the record"), ("email", "e-bost")),
        Column("in_all_wales", gettext_lazy("In all of Wales"), ("wales", "cymru")),
        Column("areas", gettext_lazy("Areas"), ("area", "ardal", "ardaloedd")),
        Column("place_cy", gettext_lazy("Community or route, in Welsh"), ("cymuned",)),
        Column("place_en", gettext_lazy("Community or route, in English"), ("community",)),
        Column("point", gettext_lazy("A point on the map"), ("point", "coordinates", "pwynt")),
        Column("themes", gettext_lazy("Themes"), ("theme", "thema", "themau")),
        Column("access_cy", gettext_lazy("Access, in Welsh"), ("mynediad",)),
        Column("access_en", gettext_lazy("Access, in English"), ("access",)),
        Column("can_be_borrowed", gettext_lazy("It can be lent or borrowed"), ("lend", "benthyg")),
        Column("seen_by", gettext_lazy("Who may see it"), ("visible", "gweld")),
    )

    def __init__(self) -> None:
        self.words = Words()

    def identity(self, said: Said) -> str:
        names = said.get("name_cy") or said.get("name_en", "")
        whose = said.get("organisation") or said.get("person", "")
        return said.get("number") or fold(f"{names} {whose}")

    def kept(self, said: Said) -> dict[str, str]:
        """Of a point only the square of a kilometre, before anything else is done with its row."""
        try:
            square = read_square(said.get("point", ""))
        except ValidationError:
            return dict(said)
        return {**said, "point": f"{square.latitude}, {square.longitude}"}

    def judge(self, said: Said) -> Verdict:
        cells = Cells(said, self.columns, self.words)
        values, holder = self._read(cells), self._whose(cells)
        here = asset_like(said, holder)
        if here is None:
            self._ask_for_what_is_needed(cells, values)
        if cells.wrong:
            return Verdict(Outcome.REFUSED, tuple(cells.wrong))
        return Verdict(Outcome.CREATED) if here is None else self._compared(here, values)

    def carry_out(self, *, actor: Actor, said: Said, verdict: Verdict) -> Done:
        cells = Cells(said, self.columns, self.words)
        values, holder = self._read(cells), self._whose(cells)
        here = asset_like(said, holder)
        was = stands(here) if here else {}
        if here and verdict.based_on and fingerprint(here) != verdict.based_on:
            raise Overtaken(_("Somebody else changed this entry in the meantime."))
        asset = here or Asset()
        links = _fill(asset, values)
        if here:
            change_asset(actor=actor, asset=asset, links=links)
        else:
            add_asset(actor=actor, asset=asset, holder=holder, links=links)
        return Done(str(asset.pk), not was, was, fingerprint(_fresh(asset)))

    def take_back(self, *, actor: Actor, done: Done) -> None:
        asset = Asset.objects.filter(pk=done.key).first()
        if asset is None or fingerprint(asset) != done.after:
            raise ActionRefused(_("Somebody has changed this record since; it stays as it is."))
        if done.is_new:
            withdraw(actor=actor, asset=asset, why=_("The table that brought it in was taken back."))
        else:
            links = _fill(asset, {**done.before, "themes": _themes(done.before["themes"])})
            change_asset(actor=actor, asset=asset, links=links)

    def rows(self) -> Iterator[dict[str, Any]]:
        return assets_as_rows()

    def _read(self, cells: Cells) -> dict[str, Any]:
        """What the cells of a row say, by the fields of an asset; what cannot be read is gathered in ``cells``."""
        said = cells.said
        values: dict[str, Any] = {
            name: cells.one_of(name, self._choices[name]) for name in CHOSEN if name in said
        }
        for stem, longest in LENGTHS.items():
            for name in (f"{stem}_cy", f"{stem}_en"):
                if name in said:
                    values[name] = cells.text(name, longest=longest)
        values |= {name: cells.flag(name) for name in FLAGS if name in said}
        if "areas" in said:
            values["areas"] = [
                area.pk for area in cells.several_of("areas", self.words.areas) if isinstance(area, Area)
            ]
        if "themes" in said:
            values["themes"] = [theme for theme in cells.several_of("themes", self._themes) if theme]
        return values | self._square(cells)

    def _square(self, cells: Cells) -> dict[str, Any]:
        if "point" not in cells.said:
            return {}
        try:
            square = read_square(cells.said["point"])
        except ValidationError as wrong:
            said = wrong  # the name bound by "except" is gone when the sentence is made
            cells.refuse("point", lambda: " ".join(map(str, said.messages)))
            return {}
        return {"north": square.north, "east": square.east}

    def _whose(self, cells: Cells) -> Holder:
        """The organisation or person that a row names; nobody where it names neither."""
        named = {name: cells.said[name] for name in ("organisation", "person") if cells.said.get(name)}
        if len(named) > 1:
            cells.wrong.append(in_both(lambda: _("Name either an organisation or a person.")))
        if len(named) != 1:
            return None
        ((name, cell),) = named.items()
        found: Holder = organisation_named(cell) if name == "organisation" else person_named(cell)
        if found is None:
            cells.refuse(name, lambda: _("This is not known here: %(cell)s") % {"cell": cell})
        return found

    def _ask_for_what_is_needed(self, cells: Cells, values: Mapping[str, Any]) -> None:
        if not values.get("kind") and not cells.wrong:
            cells.refuse("kind", lambda: _("Say what kind of thing it is."))
        if not values.get("areas") and not values.get("in_all_wales") and not cells.wrong:
            cells.refuse("areas", lambda: _("Say where it is: an area, or all of Wales."))

    def _compared(self, asset: Asset, values: Mapping[str, Any]) -> Verdict:
        here = stands(asset)
        there = {**values, "themes": sorted(theme.code for theme in values.get("themes", []))}
        changes = tuple(
            (in_both(lambda name=name: self._title(name)), _plain(here[name]), _plain(there[name]))  # type: ignore[misc]
            for name in values
            if _plain(here[name]) != _plain(there[name])
        )
        outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
        return Verdict(outcome, changes=changes, key=str(asset.pk), based_on=fingerprint(asset))

    def _title(self, name: str) -> str:
        code = "point" if name in ("north", "east") else name
        return next(str(column.title) for column in self.columns if column.code == code)

    @cached_property
    def _choices(self) -> dict[str, dict[str, str]]:
        return {name: self.words.choices(choices) for name, choices in CHOSEN.items()}

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        themes = list(Theme.objects.all())
        return {
            fold(name): theme
            for theme in themes
            for name in (theme.code, theme.name_cy, theme.name_en)
            if name
        }


def _fill(asset: Asset, values: Mapping[str, Any]) -> dict[str, Any]:
    """Put the values into an asset; gives those that are links."""
    for name, value in values.items():
        if name not in LINKS:
            setattr(asset, name, value)
    return {name: values[name] for name in LINKS if name in values}


def _fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def _themes(codes: list[str]) -> list[Theme]:
    return list(Theme.objects.filter(code__in=codes))


def _plain(value: Any) -> str:
    return ", ".join(sorted(value)) if isinstance(value, list) else "" if value is None else str(value)
