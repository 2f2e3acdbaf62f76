"""Reading people: who may do what today, and for whom somebody may act."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from .choices import SeenBy
from .models import Grant, Organisation, Person


def current(on: date, prefix: str = "") -> Q:
    """The condition that something with ``begins`` and ``ends`` holds on a day, both days included."""
    begins, ends = f"{prefix}begins", f"{prefix}ends"
    return Q(**{f"{begins}__lte": on}) & (Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": on}))


def powers_of(person: Person, *, on: date | None = None) -> frozenset[str]:
    """The codes of every power a person has on a day: their own, their offices' and their organisations'."""
    day = on or timezone.localdate()
    reaches = (
        Q(person=person)
        | Q(office__holdings__person=person) & current(day, "office__holdings__")
        | Q(organisation__representations__person=person)
        & Q(organisation__representations__answers_for_it=True)
        & current(day, "organisation__representations__")
    )
    grants = Grant.objects.filter(reaches & current(day))
    return frozenset(grants.values_list("power", flat=True))


def holds(person: Person | AnonymousUser, power: str) -> bool:
    """Whether a person has a power today. The one function through which every rule reads powers.

    Asked once per person and request: the answer is kept on the person object.
    """
    if not isinstance(person, Person) or not person.is_active:
        return False
    if not hasattr(person, "_powers_today"):
        person._powers_today = powers_of(person)  # type: ignore[attr-defined]  # noqa: SLF001  (see docstring)
    return power in person._powers_today  # type: ignore[attr-defined]  # noqa: SLF001  (see docstring)


def holds_an_office(person: Person) -> bool:
    """Whether a second factor is asked of this person."""
    return person.holdings.filter(current(timezone.localdate())).exists()


def organisations_of(person: Person) -> QuerySet[Organisation]:
    """The organisations a person may act for today."""
    day = timezone.localdate()
    return Organisation.objects.filter(
        Q(representations__person=person) & current(day, "representations__")
    ).distinct()


def supported_by(person: Person) -> QuerySet[Person]:
    """The people who have asked this person to act for them, today."""
    day = timezone.localdate()
    return Person.objects.filter(
        Q(supported_by__supporter=person) & current(day, "supported_by__"), standing="here"
    ).distinct()


def names_for(people: Collection[int], reader: Any) -> dict[int, str]:
    """The names of these people that ``reader`` may know, by id: what each has said, and always one's own."""
    known = Q(seen_by=SeenBy.EVERYONE)
    if isinstance(reader, Person):
        known |= Q(pk=reader.pk) | Q(seen_by=SeenBy.MEMBERS)
    if holds(reader, "people.look_after"):
        known = Q()
    return {person.pk: str(person) for person in Person.objects.filter(known, pk__in=people)}
