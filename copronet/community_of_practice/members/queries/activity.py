"""Who counts as active: which deeds qualify under the rule in force, and whom they qualify."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from copronet.common_ground.journal.models import Deed
from copronet.community_of_practice.members.choices import MEMBERS, months_from
from copronet.community_of_practice.members.models import ActiveRule, Membership, Qualification


def rule_in_force(on: date) -> ActiveRule | None:
    """The rule of that day: the newest that had begun."""
    return ActiveRule.objects.filter(begins__lte=on).order_by("-number").first()


def active_on(day: date) -> QuerySet[Membership]:
    """The members who on a day had a qualifying deed behind them, under the rule of that day.

    Whoever has left counts on the days before.
    """
    rule = rule_in_force(day)
    held = Qualification.objects.filter(membership=OuterRef("pk"), rule=rule, begins__lte=day, ends__gt=day)
    still = Q(state__in=MEMBERS) | Q(since__gt=day)
    return Membership.objects.filter(still, Exists(held), welcomed_on__lte=day)


def qualifying_deeds(rule: ActiveRule, *, since: date) -> Iterator[tuple[Membership, Deed]]:
    """Every deed since a day that the rule counts, with the member whose deed it is, oldest first.

    A deed belongs to the organisation it was done for, to the person it was done for, or to whoever did it.
    """
    deeds = Deed.objects.filter(verb__in=rule.verbs, at__date__gte=since).order_by("id")
    for deed in deeds.iterator(chunk_size=2000):
        membership = _member_of(deed)
        if membership is not None:
            yield membership, deed


def _member_of(deed: Deed) -> Membership | None:
    if deed.for_organisation_id:
        party = Q(organisation=deed.for_organisation_id)
    elif deed.for_person_id:
        party = Q(person=deed.for_person_id)
    else:
        party = Q(person=deed.actor_id)
    return Membership.objects.filter(party, state__in=MEMBERS).first() if deed.actor_id else None


def counts_until(deed: Deed, rule: ActiveRule) -> tuple[date, date]:
    """The first day on which a deed counts, and the first on which it no longer does."""
    day = timezone.localtime(deed.at).date()
    return day, months_from(day, rule.months)
