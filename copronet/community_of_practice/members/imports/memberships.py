"""Tables of memberships, for a network that has kept them elsewhere: whose each is, how it stands, since when."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.people.imports.cells import Cells, Words
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import organisation_named, person_named
from copronet.common_ground.spreadsheets.choices import Both, Column, Done, Outcome, Verdict, in_both
from copronet.common_ground.spreadsheets.registry import Said, Sheet
from copronet.community_of_practice.members.actions.bringing import bring_in, take_out
from copronet.community_of_practice.members.choices import Kind, State, Talks
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.queries import membership_of
from copronet.community_of_practice.members.queries.given_out import memberships_as_rows, stands

CHOSEN: dict[str, type[TextChoices]] = {"state": State, "kind": Kind, "talks": Talks}
Party = Person | Organisation


class MembershipSheet(Sheet):
    code = "memberships"
    title = gettext_lazy("Memberships")
    permission = "members.look_after"
    needs = ("organisation", "person")
    columns = (
        Column("organisation", gettext_lazy("Organisation"), ("sefydliad",)),
        Column(
            "person",
            gettext_lazy("Person: e-mail address or number of the record"),
            ("person", "email", "e-bost"),
        ),
        Column("state", gettext_lazy("State"), ("status", "cyflwr")),
        Column("since", gettext_lazy("Member since (year-month-day)"), ("since", "joined", "ers")),
        Column("kind", gettext_lazy("Kind of membership"), ("type", "math")),
        Column("is_listed", gettext_lazy("In the directory"), ("listed", "cyfeiriadur")),
        Column("talks", gettext_lazy("Languages"), ("language", "iaith")),
    )

    def __init__(self) -> None:
        self.words = Words()

    def identity(self, said: Said) -> str:
        return (said.get("organisation") or said.get("person", "")).casefold()

    def judge(self, said: Said) -> Verdict:
        cells = Cells(said, self.columns, self.words)
        values, party = self._read(cells), self._whose(cells)
        if cells.wrong or party is None:
            return Verdict(Outcome.REFUSED, tuple(cells.wrong))
        membership = membership_of(party)
        if membership is None:
            return Verdict(Outcome.CREATED)
        return self._compared(membership, values)

    def carry_out(self, *, actor: Actor, said: Said, verdict: Verdict) -> Done:
        cells = Cells(said, self.columns, self.words)
        values, party = self._read(cells), self._whose(cells)
        if party is None:
            raise ActionRefused(_("Whose membership it is cannot be told any more."))
        before = membership_of(party)
        was = stands(before) if before else {}
        membership = bring_in(actor=actor, party=party, values=values, based_on=verdict.based_on)
        return Done(str(membership.pk), not was, was, str(stands(membership)))

    def take_back(self, *, actor: Actor, done: Done) -> None:
        membership = Membership.objects.filter(pk=done.key).first()
        if membership is None or str(stands(membership)) != done.after:
            raise ActionRefused(_("Somebody has changed this record since; it stays as it is."))
        if done.is_new:
            take_out(actor=actor, membership=membership)
        else:
            bring_in(actor=actor, party=membership.party, values=_as_values(done.before))

    def rows(self) -> Iterator[dict[str, Any]]:
        return memberships_as_rows()

    def _read(self, cells: Cells) -> dict[str, Any]:
        said = cells.said
        values: dict[str, Any] = {
            name: cells.one_of(name, self._choices[name]) for name in CHOSEN if name in said
        }
        if "is_listed" in said:
            values["is_listed"] = cells.flag("is_listed")
        if "since" in said:
            values["since"] = _day(said["since"])
            if values["since"] is None:
                cells.refuse("since", lambda: _("Write the day as year-month-day, such as 2026-04-01."))
        return values

    def _whose(self, cells: Cells) -> Party | None:
        """The organisation or the person a row is about; exactly one of the two is named."""
        named = {name: cells.said[name] for name in self.needs if cells.said.get(name)}
        if len(named) != 1:
            cells.wrong.append(in_both(lambda: _("Name either an organisation or a person.")))
            return None
        ((name, cell),) = named.items()
        found: Party | None = organisation_named(cell) if name == "organisation" else person_named(cell)
        if found is None:
            cells.refuse(name, lambda: _("This is not known here: %(cell)s") % {"cell": cell})
        return found

    @cached_property
    def _choices(self) -> dict[str, dict[str, str]]:
        return {name: self.words.choices(choices) for name, choices in CHOSEN.items()}

    def _compared(self, membership: Membership, values: dict[str, Any]) -> Verdict:
        here = stands(membership)
        changes = tuple(
            (self._title(name), str(here[name] or ""), str(value))
            for name, value in values.items()
            if str(here[name]) != str(value)
        )
        outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
        return Verdict(outcome, changes=changes, key=str(membership.pk), based_on=str(here))

    def _title(self, code: str) -> Both:
        return in_both(lambda: next(column.title for column in self.columns if column.code == code))


def _day(cell: str | None) -> date | None:
    try:
        return date.fromisoformat(cell[:10]) if cell else None
    except ValueError:
        return None


def _as_values(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept as JSON, as the fields hold it."""
    return {name: _day(value) if name in ("since", "welcomed_on") else value for name, value in kept.items()}
