"""Lists of people, in Welsh order, and finding one record."""

from collections.abc import Collection
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from copronet.common_ground.people.choices import SeenBy, Standing
from copronet.common_ground.people.models import Person

from .powers import holdings_today, holds

# What a person or the staff may change of a record, on its own page.
DETAILS = (
    "name",
    "pronouns",
    "language",
    "email",
    "phone",
    "postal_address",
    "reached_by",
    "area_id",
    "level",
    "access_needs",
    "seen_by",
    "turns_18_on",
)


def people_here() -> QuerySet[Person]:
    """Everybody with the network."""
    return Person.objects.filter(standing=Standing.HERE)


def latest_to_join(how_many: int) -> QuerySet[Person]:
    """The newest people with the network, the latest first."""
    return people_here().order_by("-joined_at", "-pk")[:how_many]


def people_in_order(*, area: str = "", capacity: str = "") -> QuerySet[Person]:
    """Those with the network who let its people see their page."""
    people = Person.objects.filter(
        standing=Standing.HERE, seen_by__in=[SeenBy.MEMBERS, SeenBy.EVERYONE]
    ).exclude(name="")
    if area:
        people = people.filter(area=area)
    if capacity:
        people = people.filter(capacities__capacity=capacity)
    return people.select_related("area").prefetch_related("capacities").order_by("sort_key", "id")


def records_in_order(*, words: str = "", standing: str = Standing.HERE) -> QuerySet[Person]:
    """Every record of one standing, for those who look after them; ``words`` in name or address."""
    records = Person.objects.filter(standing=standing)
    for word in words.split():
        records = records.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return records.select_related("area").order_by("sort_key", "id")


def may_be_read(person: Person, reader: Person | AnonymousUser) -> bool:
    """Whether a reader may open a person's page: as the person chose; the person and the staff always."""
    if person.standing != Standing.HERE:
        return False
    if person == reader or holds(reader, "people.look_after"):
        return True
    if person.seen_by == SeenBy.EVERYONE:
        return True
    return person.seen_by == SeenBy.MEMBERS and reader.is_authenticated


def person_named(key: str) -> Person | None:
    """The person with the network of that e-mail address or record number."""
    here = Person.objects.filter(standing=Standing.HERE)
    if "@" in key:
        return here.filter(email__iexact=key.strip()).first()
    return here.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 18 else None


def fingerprint(person: Person) -> str:
    """A short text that changes with any detail; a form that began from another is overtaken."""
    details = [str(getattr(person, name)) for name in DETAILS]
    capacities = sorted(capacity.capacity for capacity in person.capacities.all())
    return sha256("\0".join([*details, *capacities]).encode()).hexdigest()[:32]


def names_for(people: Collection[int], reader: Any) -> dict[int, str]:
    """The names of these people that ``reader`` may know, by id: as each has said, and always one's own.

    Whoever holds an office stands by name on the public page of who does what, and so here.
    """
    holders = holdings_today().values("person")
    known = Q(seen_by=SeenBy.EVERYONE) | Q(pk__in=holders)
    if isinstance(reader, Person):
        known |= Q(pk=reader.pk) | Q(seen_by=SeenBy.MEMBERS)
    if holds(reader, "people.look_after"):
        known = Q()
    return {person.pk: str(person) for person in Person.objects.filter(known, pk__in=people)}
