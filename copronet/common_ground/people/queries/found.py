"""People and organisations as the search knows them: by what their pages say, for those who may open them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import translation

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.choices import SeenBy, Standing
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.search.registry import EVERYONE, MEMBERS, Entry, read_at, sides

from .powers import holds

_LOOKS_AFTER = "people.look_after"


def person_entry(person: Person) -> Entry | None:
    """A person by name, area and capacities, as far as `listing.may_be_read` lets their page be read."""
    if person.standing != Standing.HERE or not person.name:
        return None
    return Entry(
        dict.fromkeys(Language.values, person.name),
        {code: _capacities(person, code) for code in Language.values},
        read_at("people:person", person.pk),
        also=_where(person),
        audiences=audiences_of_page(person),
        area=person.area_id,
    )


def organisation_entry(organisation: Organisation) -> Entry | None:
    """An organisation by all its page says; one that was joined to another is found under that one alone."""
    if organisation.merged_into_id:
        return None
    return Entry(
        sides(organisation, "name"),
        sides(organisation, "short_name", "about"),
        read_at("people:organisation", organisation.pk),
        also=_where(organisation),
        area=organisation.area_id,
    )


def people_to_find() -> QuerySet[Person]:
    return Person.objects.select_related("area").prefetch_related("capacities")


def organisations_to_find() -> QuerySet[Organisation]:
    return Organisation.objects.select_related("area")


def audiences_in_people(reader: Any) -> Iterator[str]:
    """Oneself, and whoever looks after people's records."""
    yield f"person.{reader.pk}"
    if holds(reader, _LOOKS_AFTER):
        yield _LOOKS_AFTER


def audiences_of_page(person: Person) -> list[str]:
    """Who may find what a person's page shows: whoever may open it."""
    if person.seen_by == SeenBy.EVERYONE:
        return [EVERYONE]
    nearer = [f"person.{person.pk}", _LOOKS_AFTER]
    return [MEMBERS, *nearer] if person.seen_by == SeenBy.MEMBERS else nearer


def _capacities(person: Person, language: str) -> str:
    with translation.override(language):
        return ", ".join(each.get_capacity_display() for each in person.capacities.all())


def _where(party: Person | Organisation) -> dict[str, str]:
    return sides(party.area, "name") if party.area else {}
