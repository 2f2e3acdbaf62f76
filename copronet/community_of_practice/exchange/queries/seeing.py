"""Which offers and requests whom to show, and whose they are."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import names_for, organisations_of, supported_by
from copronet.community_of_practice.exchange.choices import MATTER, SeenBy
from copronet.community_of_practice.exchange.models import Offer, Request, Side, Suggestion

Reader = Any


def open_to(model: type[Side], reader: Reader) -> QuerySet[Any]:
    """The offers, or the requests, that stand and that this reader may see, newest first."""
    audiences = [SeenBy.EVERYONE, SeenBy.MEMBERS] if isinstance(reader, Person) else [SeenBy.EVERYONE]
    return standing(model).filter(seen_by__in=audiences).order_by("-made_on", "-id")


def chosen(sides: QuerySet[Any], facets: Mapping[str, Any]) -> QuerySet[Any]:
    """Those that fit what a reader chose; what is offered or asked for anywhere is there for every area."""
    if area := facets.get("area"):
        sides = sides.filter(Q(areas=area) | Q(areas=None))
    if theme := facets.get("theme"):
        sides = sides.filter(themes=theme)
    return sides.distinct()


def standing(model: type[Side]) -> QuerySet[Any]:
    """Those neither closed nor past their last day."""
    still = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return model._default_manager.filter(still, closed_on__isnull=True)


def is_shown_to(side: Side, reader: Reader) -> bool:
    return side.seen_by == SeenBy.EVERYONE or isinstance(reader, Person)


def of_mine(person: Person, prefix: str = "") -> Q:
    """The condition that something is one's own, or of somebody one acts for in this matter."""
    return (
        Q(**{f"{prefix}person": person})
        | Q(**{f"{prefix}organisation__in": organisations_of(person)})
        | Q(**{f"{prefix}person__in": supported_by(person, matter=MATTER)})
    )


def is_mine(side: Side, person: Person) -> bool:
    """Whether somebody speaks for this offer or request."""
    return type(side)._default_manager.filter(of_mine(person), pk=side.pk).exists()


def suggestions_for(person: Person) -> QuerySet[Suggestion]:
    """What is suggested to somebody: they speak for the offer or for the request; newest first."""
    mine = Q(offer__in=Offer.objects.filter(of_mine(person))) | Q(
        request__in=Request.objects.filter(of_mine(person))
    )
    return (
        Suggestion.objects.filter(mine)
        .select_related("offer__organisation", "offer__person", "request__organisation", "request__person")
        .order_by("-made_on", "-id")
    )


def actor_for(side: Side, person: Person) -> Actor:
    """A person acting on this: for the organisation, for the one they support, or themselves."""
    party = side.party
    if isinstance(party, Organisation) and organisations_of(person).filter(pk=party.pk).exists():
        return Actor(person, for_organisation=party)
    supported = supported_by(person, matter=MATTER)
    if isinstance(party, Person) and party != person and supported.filter(pk=party.pk).exists():
        return Actor(person, for_person=party)
    return Actor(person)


def parties_open_to(person: Person) -> list[Person | Organisation]:
    """For whom somebody may offer and ask."""
    supported = supported_by(person, matter=MATTER).order_by("id")
    return [person, *organisations_of(person).order_by("id"), *supported]


def parties_named(sides: list[Any], reader: Reader) -> dict[int, str]:
    """The names of the people whose these are, as far as each lets this reader know; by the person's id."""
    people = {side.person_id for side in sides if side.person_id}
    return names_for(people, reader) if people else {}


def with_what_is_shown(sides: QuerySet[Any]) -> QuerySet[Any]:
    return sides.select_related("organisation", "person").prefetch_related("areas", "themes")
