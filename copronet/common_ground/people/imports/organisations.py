"""Tables of organisations: which record a row means, what it would change, doing that and undoing it."""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from django import forms
from django.db.models.deletion import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.queries import content_of, version_number
from copronet.common_ground.people.actions.describing import describe_organisation, remove_organisation
from copronet.common_ground.people.choices import Scheme, Size
from copronet.common_ground.people.models import Organisation, OrganisationNumber
from copronet.common_ground.people.queries import numbers_of, organisations_as_rows
from copronet.common_ground.people.queries.duplicates import Likeness, like_these
from copronet.common_ground.people.validators import number_as_kept
from copronet.common_ground.spreadsheets.choices import Both, Column, Done, Outcome, Verdict, in_both
from copronet.common_ground.spreadsheets.registry import Said, Sheet

from .cells import Cells, Words

TEXTS = {
    "name_cy": 200,
    "name_en": 200,
    "short_name_cy": 40,
    "short_name_en": 40,
    "about_cy": 5000,
    "about_en": 5000,
}
AREAS = "areas_served"
NAMES = ("name_cy", "name_en")


class OrganisationSheet(Sheet):
    code = "organisations"
    title = gettext_lazy("Organisations")
    permission = "people.look_after"
    needs = ("record", "name_cy", "name_en")
    columns = (
        Column("record", gettext_lazy("Number of the record"), ("id",)),
        Column("name_cy", gettext_lazy("Name in Welsh"), ("enw",)),
        Column("name_en", gettext_lazy("Name in English"), ("name", "organisation", "organisation name")),
        Column("short_name_cy", gettext_lazy("Short name in Welsh"), ("byrfodd",)),
        Column("short_name_en", gettext_lazy("Short name in English"), ("abbreviation", "acronym")),
        Column("kind", gettext_lazy("Kind of organisation"), ("type", "math")),
        Column("size", gettext_lazy("Size")),
        Column("about_cy", gettext_lazy("What it does, in Welsh"), ("disgrifiad",)),
        Column("about_en", gettext_lazy("What it does, in English"), ("description",)),
        Column("website", gettext_lazy("Website"), ("url", "web", "gwefan")),
        Column("area", gettext_lazy("Area where it is at home"), ("area", "local authority", "ardal")),
        Column("serves_all_wales", gettext_lazy("Works in all of Wales")),
        Column(AREAS, gettext_lazy("Areas it works in")),
        *(Column(scheme.value, scheme.label) for scheme in Scheme),
    )

    def __init__(self) -> None:
        self.words = Words()

    def identity(self, said: Said) -> str:
        if "record" in said:
            return said["record"]
        return "|".join(_folded(said.get(name, "")) for name in NAMES).strip("|")

    def judge(self, said: Said) -> Verdict:
        cells = Cells(said, self.columns, self.words)
        values, links, numbers = self._read(cells)
        organisation = None if cells.wrong else self._meant(cells, numbers)
        if cells.wrong:
            return Verdict(Outcome.REFUSED, tuple(cells.wrong))
        if organisation is not None:
            return self._compared(organisation, values, links, numbers)
        return _new(values, numbers)

    def carry_out(self, *, actor: Actor, said: Said, verdict: Verdict) -> Done:
        values, links, numbers = self._read(Cells(said, self.columns, self.words))
        organisation = Organisation.objects.get(pk=verdict.key) if verdict.key else Organisation()
        before = _as_it_stands(organisation) if verdict.key else {}
        for name, value in values.items():
            setattr(organisation, name, value)
        describe_organisation(
            actor=actor,
            verb="people.organisation_changed" if verdict.key else "people.organisation_added",
            organisation=organisation,
            links=links,
            numbers=numbers,
            based_on=int(verdict.based_on) if verdict.key else None,
        )
        return Done(str(organisation.pk), not verdict.key, before, str(version_number(organisation)))

    def take_back(self, *, actor: Actor, done: Done) -> None:
        organisation = Organisation.objects.filter(pk=done.key).first()
        if organisation is None or str(version_number(organisation)) != done.after:
            raise ActionRefused(_("Somebody has changed this organisation since; it stays as it is."))
        if done.is_new:
            _remove(actor, organisation)
            return
        fields: dict[str, Any] = dict(done.before["fields"])
        links = {AREAS: fields.pop(AREAS, [])}
        for name, value in fields.items():
            setattr(organisation, Organisation._meta.get_field(name).attname, value)  # type: ignore[union-attr]
        describe_organisation(
            actor=actor,
            verb="people.organisation_changed",
            organisation=organisation,
            links=links,
            numbers=dict.fromkeys(Scheme.values, "") | done.before["numbers"],
        )

    def rows(self) -> Iterator[dict[str, Any]]:
        return organisations_as_rows()

    def _read(self, cells: Cells) -> tuple[dict[str, Any], dict[str, Any] | None, dict[str, str]]:
        said = cells.said
        values: dict[str, Any] = {}
        for name, longest in TEXTS.items():
            if name in said:
                values[name] = cells.text(name, longest=longest)
        if "website" in said:
            values["website"] = cells.checked(
                "website", forms.URLField(assume_scheme="https", max_length=200).clean
            )
        if "kind" in said:
            values["kind"] = cells.one_of("kind", self.words.kinds)
        if "size" in said:
            values["size"] = cells.one_of("size", self._sizes)
        if "area" in said:
            values["area"] = cells.one_of("area", self.words.areas)
        if "serves_all_wales" in said:
            values["serves_all_wales"] = cells.flag("serves_all_wales")
        links = {AREAS: cells.several_of(AREAS, self.words.areas)} if AREAS in said else None
        numbers = {
            scheme: cells.checked(scheme, partial(number_as_kept, scheme))
            for scheme in Scheme.values
            if scheme in said
        }
        return values, links, numbers

    def _meant(self, cells: Cells, numbers: Mapping[str, str]) -> Organisation | None:
        """The record a row means: by its number here, by a register's number, by just its name."""
        if "record" in cells.said:
            key = cells.said["record"]
            found = (
                Organisation.objects.filter(pk=key, merged_into=None).first()
                if key.isdecimal() and len(key) < 18
                else None
            )
            if found is None:
                cells.refuse("record", lambda: _("There is no record of this number."))
            return found
        keys = {self._numbered[pair] for pair in numbers.items() if pair in self._numbered}
        keys = keys or self._named(cells.said)
        if len(keys) > 1:
            cells.wrong.append(in_both(lambda: _("This row means more than one organisation that is here.")))
            return None
        return Organisation.objects.filter(pk__in=keys, merged_into=None).first()

    def _named(self, said: Said) -> set[int]:
        """Those of just that name; of one that is nearly it, staff decide as of any that is like it."""
        found = [self._by_name.get(_folded(said[name]), set()) for name in NAMES if name in said]
        return set.intersection(*filter(None, found)) if any(found) else set()

    @cached_property
    def _numbered(self) -> dict[tuple[str, str], int]:
        rows = OrganisationNumber.objects.values_list("scheme", "number", "organisation_id")
        return {(scheme, number): key for scheme, number, key in rows}

    @cached_property
    def _by_name(self) -> dict[str, set[int]]:
        named: dict[str, set[int]] = {}
        here = Organisation.objects.filter(merged_into=None)
        for key, *names in here.values_list("pk", *NAMES).iterator():
            for name in filter(None, map(_folded, names)):
                named.setdefault(name, set()).add(key)
        return named

    @cached_property
    def _sizes(self) -> dict[str, str]:
        return self.words.choices(Size)

    def _compared(
        self,
        organisation: Organisation,
        values: Mapping[str, Any],
        links: Mapping[str, Any] | None,
        numbers: Mapping[str, str],
    ) -> Verdict:
        had = numbers_of(organisation)
        pairs = [(name, getattr(organisation, name), value) for name, value in values.items()]
        pairs += [(scheme, had.get(scheme, ""), number) for scheme, number in numbers.items()]
        if links:
            here = list(organisation.areas_served.order_by("pk"))
            pairs.append((AREAS, _listed(here), _listed(sorted(links[AREAS], key=lambda area: area.pk))))
        changes = tuple(
            (self._title(name), str(was or ""), str(becomes or ""))
            for name, was, becomes in pairs
            if was != becomes
        )
        outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
        based_on = str(version_number(organisation))
        return Verdict(outcome, changes=changes, key=str(organisation.pk), based_on=based_on)

    def _title(self, code: str) -> Both:
        return in_both(lambda: next(column.title for column in self.columns if column.code == code))


def _folded(name: str) -> str:
    """A name whatever its capitals and spaces."""
    return " ".join(name.casefold().split())


def _new(values: Mapping[str, Any], numbers: Mapping[str, str]) -> Verdict:
    if not (values.get("name_cy") or values.get("name_en")):
        return Verdict(Outcome.REFUSED, (in_both(lambda: _("A new organisation needs a name.")),))
    likenesses = like_these(
        name_cy=values.get("name_cy", ""),
        name_en=values.get("name_en", ""),
        short_names=[values.get("short_name_cy", ""), values.get("short_name_en", "")],
        website=values.get("website", ""),
        numbers=numbers,
        at_most=3,
    )
    reasons = tuple(in_both(partial(_said_of, each)) for each in likenesses)
    return Verdict(Outcome.ALIKE if reasons else Outcome.CREATED, reasons)


def _said_of(likeness: Likeness) -> str:
    organisation = likeness.organisation
    return f"{organisation} ({organisation.pk}): {likeness.reasons[0].sentence}"


def _as_it_stands(organisation: Organisation) -> dict[str, Any]:
    return {"fields": content_of(organisation), "numbers": numbers_of(organisation)}


def _listed(areas: list[Any]) -> str:
    return ", ".join(area.pk for area in areas)


def _remove(actor: Actor, organisation: Organisation) -> None:
    try:
        remove_organisation(actor=actor, organisation=organisation)
    except ProtectedError as used:
        raise ActionRefused(_("Somebody has built on this organisation since; it stays.")) from used
