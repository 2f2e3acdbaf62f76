"""The raw counts that this room offers to the evaluation: hours, gifts in kind, money, and the match."""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, IntegerField, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from .choices import EntryKind, GiftKind, GiftState, Purpose, Unit
from .models import Gift, Movement
from .queries import Match, match

GIVEN = Q(entry__kind=EntryKind.GIFT)
# What a payment brought beyond what was asked is credit, and not given.
PAID = Q(entry__kind=EntryKind.PAYMENT, from_account__purpose=Purpose.OWED)
TAKEN_BACK = Q(entry__reverses__kind=EntryKind.GIFT) | Q(
    entry__reverses__kind=EntryKind.PAYMENT, to_account__purpose=Purpose.OWED
)
GIVEN_BACK = Q(entry__kind=EntryKind.REFUND, to_account__purpose=Purpose.OWED)


def _of_giving() -> QuerySet[Movement]:
    """Movements of gifts and payments, and what was taken or given back of them."""
    return Movement.objects.filter(GIVEN | PAID | TAKEN_BACK | GIVEN_BACK)


SIGNED = Case(
    When(GIVEN | PAID, then=F("amount")),
    default=-F("amount"),
    output_field=IntegerField(),
)


def given_in_all(*, begins: date | None = None, ends: date | None = None) -> dict[str, int]:
    """Minutes, gifts in kind, their stated value and money, in pence, from a day on and before another."""
    chosen = {"entry__happened_on__gte": begins, "entry__happened_on__lt": ends}
    rows = _of_giving().filter(**{name: day for name, day in chosen.items() if day})
    sums = dict(rows.values_list("unit").annotate(total=Sum(SIGNED)).order_by())
    return {unit.value: sums.get(unit, 0) for unit in Unit}


def gave_at_least(fewest: int) -> bool:
    """Whether so many people and organisations gave something that was confirmed."""
    confirmed = Gift.objects.filter(state=GiftState.CONFIRMED).order_by()
    parties = confirmed.values("giver_person", "giver_organisation").distinct()
    return len(parties[:fewest]) == fewest


def given_by_kind() -> list[dict[str, Any]]:
    """How often each kind of gift was confirmed, with minutes and stated value in pence."""
    return _counted("kind")


def given_by_year() -> list[dict[str, Any]]:
    """The same by the year in which it was given, and the kind."""
    return _counted("year", "kind", year=ExtractYear("day"))


def given_by_area() -> list[dict[str, Any]]:
    """The same by the area of the giver, and the kind; an area of None is all of Wales, or not told."""
    return _counted("area", "kind", area=Coalesce("giver_person__area", "giver_organisation__area"))


def given_by_sector() -> list[dict[str, Any]]:
    """The same by the sector of the organisation that gave, and the kind; people are a sector of their own."""
    sector = Case(
        When(giver_person__isnull=False, then=Value("persons")),
        default=F("giver_organisation__kind__sector"),
        output_field=CharField(),
    )
    return _counted("sector", "kind", sector=sector)


def _counted(*groups: str, **made: Any) -> list[dict[str, Any]]:
    """Confirmed gifts by groups; ``givers`` is how many gave, so that small numbers can be protected."""
    rows = Gift.objects.filter(state=GiftState.CONFIRMED).annotate(**made)
    return list(
        rows.values(*groups)
        .annotate(
            gifts=Count("pk"),
            givers=Count("giver_person", distinct=True) + Count("giver_organisation", distinct=True),
            minutes=Coalesce(Sum("minutes"), 0),
            value=Coalesce(Sum("value", filter=~Q(kind=GiftKind.TIME)), 0),
        )
        .order_by(*groups)
    )


def matched() -> list[Match]:
    """What was promised to the funder in kind, pledged and delivered, by members and by the host."""
    return match()
