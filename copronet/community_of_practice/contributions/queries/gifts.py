"""Gifts: whose they are, which wait for whom, what the network settles about time credits and match."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Organisation, Person, Representation
from copronet.common_ground.people.queries import current, organisations_of, supported_by
from copronet.community_of_practice.contributions.choices import GiftKind, GiftState, GivenBy, Unit
from copronet.community_of_practice.contributions.models import Gift, MatchTarget, Party, TimeCredits

from .ledger import balances_of, of_party

WAITING = (GiftState.PLEDGED, GiftState.GIVEN)


def party_of(actor: Actor) -> Party | None:
    """For whom somebody acts: an organisation, a person they support, or themselves."""
    return actor.for_organisation or actor.for_person or actor.person


def gifts() -> QuerySet[Gift]:
    return Gift.objects.select_related(
        "giver_person", "giver_organisation", "receiver_person", "receiver_organisation"
    )


def given_by(party: Party) -> QuerySet[Gift]:
    return gifts().filter(of_party(party, "giver_")).order_by("-day", "-pk")


def received_by(party: Party) -> QuerySet[Gift]:
    return gifts().filter(of_party(party, "receiver_")).order_by("-day", "-pk")


def waiting_for_the_network() -> QuerySet[Gift]:
    """Gifts to the network that it has still to confirm, and its promises, the oldest first."""
    return gifts().filter(of_party(None, "receiver_"), state__in=WAITING).order_by("-state", "day", "pk")


def pledges_past_their_day(on: date) -> QuerySet[Gift]:
    """Promises whose day has gone by and about which nobody has been written to yet."""
    return gifts().filter(state=GiftState.PLEDGED, day__lt=on, reminded_at__isnull=True).order_by("pk")


def stands_for(person: Person, party: Party | None) -> bool:
    """Whether somebody is a party, or may speak for it: acts for an organisation, or supports a person."""
    if party is None:
        return False
    if isinstance(party, Person):
        return person == party or supported_by(person, matter="contributions").filter(pk=party.pk).exists()
    return organisations_of(person).filter(pk=party.pk).exists()


def acting_for(person: Person, party: Party | None) -> Actor:
    """Somebody acting for a party, in the capacity that this gives them, whatever was chosen elsewhere."""
    if isinstance(party, Organisation):
        return Actor(person, for_organisation=party)
    return Actor(person, for_person=party) if party not in (None, person) else Actor(person)


def reader_of(party: Party) -> Person | None:
    """Who is written to about a party: the person, or the one who answers for the organisation, or another."""
    if isinstance(party, Person):
        return party
    acting = Representation.objects.filter(current(timezone.localdate()), organisation=party)
    first = acting.select_related("person").order_by("-answers_for_it", "begins", "pk").first()
    return first.person if first else None


def name_of(party: Party | None) -> Any:
    """What a party is called, in the reader's language where it has a name in both; nothing for the network."""
    return party.name if party is not None else ""


def time_credits(on: date | None = None) -> TimeCredits | None:
    """What the network has settled about time credits on a day; None while it has settled nothing."""
    day = on or timezone.localdate()
    return TimeCredits.objects.filter(begins__lte=day).order_by("-begins", "-pk").first()


def credits_can_be_spent() -> bool:
    settled = time_credits()
    return settled is not None and settled.can_be_spent


def minutes_in_hand(party: Party) -> int:
    """Minutes given less minutes received; below nought is in the red."""
    return balances_of(party)[Unit.MINUTES].in_hand


@dataclass(frozen=True)
class Match:
    """What somebody promised the funder in kind, what has been pledged towards it and what came; pence."""

    pk: int
    given_by: GivenBy
    target: int
    source: Any
    pledged: int
    delivered: int

    @property
    def percent(self) -> int:
        return self.delivered * 100 // self.target if self.target else 0


def match() -> list[Match]:
    """Pledged beside delivered, for the members and for the host. Sums of money: no person is counted."""
    hosts = list(
        MatchTarget.objects.filter(organisation__isnull=False).values_list("organisation", flat=True)
    )
    by_host = Q(giver_organisation__in=hosts) | Q(giver_organisation__merged_into__in=hosts)
    return [_match(target, by_host) for target in MatchTarget.objects.order_by("-given_by")]


def _match(target: MatchTarget, by_host: Q) -> Match:
    side = by_host if target.given_by == GivenBy.HOST else ~by_host | Q(giver_organisation__isnull=True)
    counted = Gift.objects.filter(side, counts_as_match=True)
    return Match(
        pk=target.pk,
        given_by=GivenBy(target.given_by),
        target=target.value,
        source=target.source,
        pledged=_value(counted.filter(state__in=[*WAITING, GiftState.CONFIRMED])),
        delivered=_value(counted.filter(state=GiftState.CONFIRMED)),
    )


def _value(counted: QuerySet[Gift]) -> int:
    return int(counted.exclude(kind=GiftKind.TIME).aggregate(total=Sum("value"))["total"] or 0)
