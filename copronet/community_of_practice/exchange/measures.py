"""The raw counts this room offers to the evaluation, with the ids of what was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .models import Side, Suggestion


@dataclass(frozen=True)
class CountedIntroduction:
    """One introduction: between which sectors (None: people), when, whether both say it happened, for how long."""

    suggestion: int
    offer: int
    request: int
    giving_sector: str | None
    receiving_sector: str | None
    introduced_on: date
    happened: bool
    minutes: int


def introductions(first: date, last: date) -> Iterator[CountedIntroduction]:
    """Every introduction of these days, the last among them."""
    met = Suggestion.objects.filter(introduced_on__gte=first, introduced_on__lte=last).order_by("pk")
    for each in met.select_related("offer__organisation__kind", "request__organisation__kind"):
        times = [minutes for minutes in (each.offer_minutes, each.request_minutes) if minutes]
        assert each.introduced_on is not None  # noqa: S101  (asked for above)
        yield CountedIntroduction(
            suggestion=each.pk,
            offer=each.offer_id,
            request=each.request_id,
            giving_sector=_sector(each.offer),
            receiving_sector=_sector(each.request),
            introduced_on=each.introduced_on,
            happened=each.offer_happened == each.request_happened == "yes",
            minutes=min(times) if len(times) == 2 else 0,
        )


def _sector(side: Side) -> str | None:
    kind = side.organisation.kind if side.organisation else None
    return kind.sector_id if kind else None
