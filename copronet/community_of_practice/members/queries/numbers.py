"""How many members there are, of which kinds, and what became of promises: counts of people come protected."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.choices import Capacity, Level, Standing
from copronet.common_ground.people.models import OrganisationKind
from copronet.common_ground.places.models import Area
from copronet.common_ground.places.queries import population_by_area
from copronet.community_of_practice.members.choices import MEMBERS, PromiseState
from copronet.community_of_practice.members.models import Membership, Promise
from copronet.engines.statistics import Protected, protect

from .activity import active_on


@dataclass(frozen=True)
class Kinds:
    """How many organisations of one kind are members, and how many of them are active. Organisations are no people."""

    kind: OrganisationKind | None
    members: int
    active: int


def organisations_by_kind(on: date) -> list[Kinds]:
    """Member organisations by kind, in the order of the sectors; those without a kind come last."""
    joined = _by_kind(Membership.objects.filter(state__in=MEMBERS))
    active = _by_kind(active_on(on))
    in_order = OrganisationKind.objects.select_related("sector").order_by("sector__place", "place", "code")
    named = [Kinds(kind, joined[kind.pk], active[kind.pk]) for kind in in_order if joined[kind.pk]]
    nameless = [Kinds(None, joined[None], active[None])] if joined[None] else []
    return named + nameless


def _by_kind(memberships: Any) -> Counter[str | None]:
    counted = memberships.filter(organisation__isnull=False).values_list("organisation__kind")
    return Counter(dict(counted.annotate(number=Count("pk")).order_by()))


def people_by_area() -> Protected[str]:
    """People who are members, by the code of the area in which they live."""
    return _people_by("person__area", [area.code for area in Area.objects.order_by("code")])


def people_by_capacity() -> Protected[str]:
    """People who are members, by the capacities they take part in; somebody may be in several."""
    return _people_by("person__capacities__capacity", Capacity.values)


def people_by_level() -> Protected[str]:
    """People who are members, by the place they have in their work, where they have said it."""
    return _people_by("person__level", Level.values)


def _people_by(field: str, categories: list[str]) -> Protected[str]:
    """Counted in each category, beside the number of all who are in one of them or in several."""
    people = Membership.objects.filter(
        state__in=MEMBERS, person__standing=Standing.HERE, **{f"{field}__in": categories}
    )
    counted = people.values(category=F(field)).annotate(number=Count("pk", distinct=True)).order_by()
    numbers = {row["category"]: row["number"] for row in counted}
    return protect(
        {category: numbers.get(category, 0) for category in categories},
        total=people.distinct().count(),
    )


@dataclass(frozen=True)
class Balance:
    """The share of members and of all people who live in one area, in percent; None where it is not shown."""

    area: Area
    of_members: int | None
    of_people: int | None


def balance_of_voices() -> list[Balance]:
    """Members beside everybody, area by area: whose voices are missing. Empty while no population is loaded.

    Shares of members are made of protected counts, and rounded, so that they tell no more than those.
    """
    populations = population_by_area()
    everybody = sum(each.people for each in populations.values())
    members = people_by_area()
    if not (everybody and members.total):
        return []
    areas = Area.objects.order_by(f"name_{reading_language().value}")
    return [
        Balance(
            area,
            _percent(members.shown[area.code].count, members.total),
            _percent(populations[area.code].people, everybody) if area.code in populations else None,
        )
        for area in areas
    ]


def _percent(part: int | None, whole: int) -> int | None:
    return None if part is None else round(100 * part / whole)


def promises_by_state() -> Protected[str]:
    """What became of the promises of all who are or were members."""
    counted = Promise.objects.values("state").annotate(number=Count("pk")).order_by()
    numbers = {row["state"]: row["number"] for row in counted}
    return protect({state: numbers.get(state, 0) for state in PromiseState.values})
