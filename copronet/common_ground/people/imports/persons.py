"""Tables of people: whom a row means, what it would change, doing that and undoing it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from django.core.validators import validate_email
from django.db.models import TextChoices
from django.db.models.deletion import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.actions.organisations import record_representative
from copronet.common_ground.people.actions.persons import add_person, change_details, remove_person
from copronet.common_ground.people.choices import Capacity, Level, ReachedBy, Standing
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import fingerprint, organisation_named, people_as_rows
from copronet.common_ground.spreadsheets.choices import Both, Column, Done, Outcome, Verdict, in_both
from copronet.common_ground.spreadsheets.registry import Said, Sheet

from .cells import Cells, Words

TEXTS = {"name": 200, "pronouns": 60, "phone": 40, "postal_address": 1000}
CHOSEN: dict[str, type[TextChoices]] = {"language": Language, "reached_by": ReachedBy, "level": Level}


class PersonSheet(Sheet):
    code = "people"
    title = gettext_lazy("People")
    permission = "people.look_after"
    needs = ("record", "name", "email")
    columns = (
        Column("record", gettext_lazy("Number of the record"), ("id",)),
        Column("name", gettext_lazy("Name"), ("full name", "enw")),
        Column("email", gettext_lazy("E-mail address"), ("email", "e-mail", "ebost", "e-bost")),
        Column("language", gettext_lazy("Language"), ("iaith",)),
        Column("pronouns", gettext_lazy("Pronouns")),
        Column("phone", gettext_lazy("Phone"), ("telephone", "mobile")),
        Column("postal_address", gettext_lazy("Postal address"), ("address", "cyfeiriad")),
        Column("reached_by", gettext_lazy("Best way to reach them")),
        Column("area", gettext_lazy("Area"), ("local authority",)),
        Column("level", gettext_lazy("Where they stand in their work"), ("level", "lefel")),
        Column("capacities", gettext_lazy("They take part as"), ("capacity",)),
        Column("organisation", gettext_lazy("Acts for the organisation"), ("organisation", "sefydliad")),
        Column("role_cy", gettext_lazy("Role, in Welsh"), ("rol", "rôl")),
        Column("role_en", gettext_lazy("Role, in English"), ("role",)),
    )

    def __init__(self) -> None:
        self.words = Words()

    def identity(self, said: Said) -> str:
        return said.get("record") or said.get("email", "").casefold() or said.get("name", "").casefold()

    def judge(self, said: Said) -> Verdict:
        cells = Cells(said, self.columns, self.words)
        values, capacities, organisation = self._read(cells)
        person = None if cells.wrong else self._meant(cells, values)
        if cells.wrong:
            return Verdict(Outcome.REFUSED, tuple(cells.wrong))
        if person is None:
            return self._new(values)
        return self._compared(person, values, capacities, organisation)

    def carry_out(self, *, actor: Actor, said: Said, verdict: Verdict) -> Done:
        values, capacities, organisation = self._read(Cells(said, self.columns, self.words))
        person = Person.objects.get(pk=verdict.key) if verdict.key else Person()
        before = _as_it_stands(person) if verdict.key else {}
        if verdict.key:
            values.pop("email", None)  # it was how the record was found
        for name, value in values.items():
            setattr(person, name, value)
        if verdict.key:
            change_details(actor=actor, person=person, capacities=capacities, based_on=verdict.based_on)
        else:
            add_person(actor=actor, person=person, capacities=capacities or ())
        if organisation is not None and not _acts_for(person, organisation):
            record_representative(
                actor=actor,
                organisation=organisation,
                person=person,
                role_cy=said.get("role_cy", ""),
                role_en=said.get("role_en", ""),
            )
        return Done(str(person.pk), not verdict.key, before, fingerprint(Person.objects.get(pk=person.pk)))

    def take_back(self, *, actor: Actor, done: Done) -> None:
        person = Person.objects.filter(pk=done.key).first()
        if person is None or fingerprint(person) != done.after:
            raise ActionRefused(_("Somebody has changed this record since; it stays as it is."))
        if done.is_new:
            _remove(actor, person)
            return
        values: dict[str, Any] = dict(done.before)
        capacities = values.pop("capacities")
        for name, value in values.items():
            setattr(person, name, value)
        change_details(actor=actor, person=person, capacities=capacities)

    def rows(self) -> Iterator[dict[str, Any]]:
        return people_as_rows()

    def _read(self, cells: Cells) -> tuple[dict[str, Any], list[str] | None, Organisation | None]:
        said = cells.said
        values: dict[str, Any] = {}
        for name, longest in TEXTS.items():
            if name in said:
                values[name] = cells.text(name, longest=longest)
        if "email" in said:
            values["email"] = cells.checked("email", _address)
        for name in CHOSEN:
            if name in said:
                values[name] = cells.one_of(name, self._choices[name])
        if "area" in said:
            values["area"] = cells.one_of("area", self.words.areas)
        capacities = None
        if "capacities" in said:
            capacities = cells.several_of("capacities", self._choices["capacities"])
        return values, capacities, self._organisation(cells)

    def _organisation(self, cells: Cells) -> Organisation | None:
        if "organisation" not in cells.said:
            return None
        name = cells.said["organisation"]
        if name not in self._organisations:
            self._organisations[name] = organisation_named(name)
        found = self._organisations[name]
        if found is None:
            cells.refuse("organisation", lambda: _("No organisation has this number or name."))
        return found

    @cached_property
    def _organisations(self) -> dict[str, Organisation | None]:
        return {}

    @cached_property
    def _choices(self) -> dict[str, dict[str, str]]:
        chosen = {name: self.words.choices(choices) for name, choices in CHOSEN.items()}
        return chosen | {"capacities": self.words.choices(Capacity)}

    def _meant(self, cells: Cells, values: Mapping[str, Any]) -> Person | None:
        """Whom a row means: by the number of the record, or by the e-mail address."""
        here = Person.objects.select_related("area").prefetch_related("capacities")
        if "record" not in cells.said:
            address = values.get("email")
            found = here.filter(email__iexact=address).first() if address else None
        else:
            key = cells.said["record"]
            found = here.filter(pk=key).first() if key.isdecimal() and len(key) < 18 else None
            if found is None:
                cells.refuse("record", lambda: _("There is no record of this number."))
        if found is not None and found.standing != Standing.HERE:
            cells.wrong.append(in_both(lambda: _("This person is no longer with the network.")))
        elif (
            found is not None and "email" in values and values["email"].lower() != (found.email or "").lower()
        ):
            cells.refuse(
                "email", lambda: _("An address is changed on the person's own record, after checking.")
            )
        return found

    def _new(self, values: Mapping[str, Any]) -> Verdict:
        if not values.get("name"):
            return Verdict(Outcome.REFUSED, (in_both(lambda: _("A new record needs a name.")),))
        same = Person.objects.filter(name__iexact=values["name"], standing=Standing.HERE).first()
        if same is None:
            return Verdict(Outcome.CREATED)
        reason = in_both(
            lambda: _("Somebody of this name is here already. Record: %(number)s") % {"number": same.pk}
        )
        return Verdict(Outcome.ALIKE, (reason,))

    def _compared(
        self,
        person: Person,
        values: Mapping[str, Any],
        capacities: list[str] | None,
        organisation: Organisation | None,
    ) -> Verdict:
        pairs = [(name, getattr(person, name), value) for name, value in values.items() if name != "email"]
        if capacities is not None:
            here = sorted(each.capacity for each in person.capacities.all())
            pairs.append(("capacities", ", ".join(here), ", ".join(sorted(set(capacities)))))
        if organisation is not None and not _acts_for(person, organisation):
            pairs.append(("organisation", "", organisation))
        changes = tuple(
            (self._title(name), str(was or ""), str(becomes or ""))
            for name, was, becomes in pairs
            if was != becomes
        )
        outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
        return Verdict(outcome, changes=changes, key=str(person.pk), based_on=fingerprint(person))

    def _title(self, code: str) -> Both:
        return in_both(lambda: next(column.title for column in self.columns if column.code == code))


def _address(cell: str) -> str:
    validate_email(cell)
    return str(Person.objects.normalize_email(cell))


def _acts_for(person: Person, organisation: Organisation) -> bool:
    return person.representations.filter(organisation=organisation, ends__isnull=True).exists()


def _as_it_stands(person: Person) -> dict[str, Any]:
    kept = {name: getattr(person, name) for name in (*TEXTS, *CHOSEN, "area_id")}
    return kept | {"capacities": [each.capacity for each in person.capacities.all()]}


def _remove(actor: Actor, person: Person) -> None:
    try:
        remove_person(actor=actor, person=person)
    except ProtectedError as used:
        raise ActionRefused(
            _("This person has done something with the network since; the record stays.")
        ) from used
