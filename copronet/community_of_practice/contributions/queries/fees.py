"""Fees: which bands may be chosen, and what has come of what was said, reckoned from the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import current
from copronet.community_of_practice.contributions.choices import (
    FeeState,
    ForWhom,
    GiftState,
    PartKind,
)
from copronet.community_of_practice.contributions.models import Band, Fee, FeePart, Gift, InvoiceLine, Party
from copronet.engines.sliding_scale import Part, Reckoning, Scale, reckon

from .amounts import hours, pounds
from .ledger import of_party
from .money import asked_no_more, paid_for


def bands_today(party: Party | None = None) -> QuerySet[Band]:
    """The bands that may be chosen today; those for a party, or all."""
    bands = Band.objects.filter(current(timezone.localdate()))
    if party is None:
        return bands
    own = ForWhom.PERSONS if isinstance(party, Person) else ForWhom.ORGANISATIONS
    return bands.filter(for_whom__in=[own, ForWhom.EITHER])


def fees() -> QuerySet[Fee]:
    """Fees with all that their reckoning reads: the same few queries for one as for a page of them."""
    kept = Gift.objects.filter(state=GiftState.CONFIRMED)
    return Fee.objects.select_related("band", "person", "organisation").prefetch_related(
        Prefetch(
            "parts", FeePart.objects.order_by("pk").prefetch_related(Prefetch("gifts", kept, to_attr="kept"))
        ),
        Prefetch("invoice_lines", InvoiceLine.objects.select_related("invoice")),
        "invoice_lines__invoice__payments__entries",
        "invoice_lines__invoice__payments__refunds",
    )


def fee_of(party: Party, *, on: date | None = None) -> Fee | None:
    """The fee of the year in which a day lies; None where none has been agreed."""
    day = on or timezone.localdate()
    return fees().filter(of_party(party), begins__lte=day, ends__gt=day).first()


def fee_as_told(party: Party) -> list[tuple[Any, list[Any]]]:
    """What a party said they give this year, line by line; empty where they have said nothing."""
    fee = fee_of(party)
    if fee is None:
        return []
    if fee.waived or fee.band is None:
        return [(_("This year"), [_("Nothing this year")])]
    parts = [(part.get_kind_display(), [_part_as_told(part)]) for part in fee.parts.all()]
    return [(_("Band"), [fee.band.name]), *parts]


def _part_as_told(part: FeePart) -> str:
    if part.kind == PartKind.MONEY:
        return pounds(part.pence or 0)
    if part.kind == PartKind.TIME:
        return hours(part.minutes or 0)
    return f"{part.words} ({part.share}%)" if part.words else f"{part.share}%"


def scale_of(band: Band) -> Scale:
    return Scale(band.suggested_pence, band.lowest_pence, band.suggested_minutes, band.lowest_minutes)


def part_of(part: FeePart, *, given: int = 0, less: int = 0) -> Part:
    """A part for the reckoning: what came of it, and by how much less is asked since money was given back."""
    return Part(part.kind, (part.pence or part.minutes or part.share or 0) - less, given)


@dataclass(frozen=True)
class Standing:
    """Where a fee stands, with the reckoning that says so; a waived one has none."""

    fee: Fee
    state: FeeState
    reckoning: Reckoning | None

    @property
    def steps(self) -> list[tuple[Any, Any]]:
        """Each part of the fee beside the step that reckoned it."""
        return list(zip(self.fee.parts.all(), self.reckoning.steps, strict=True)) if self.reckoning else []


def standing_of(fee: Fee) -> Standing:
    """Reckon a fee of `fees` from what was confirmed and paid."""
    if fee.waived or fee.band is None:
        return Standing(fee, FeeState.WAIVED, None)
    parts = [part_of(part, given=_given(fee, part), less=_less(fee, part)) for part in fee.parts.all()]
    reckoning = reckon(scale_of(fee.band), parts)
    if reckoning.is_settled:
        return Standing(fee, FeeState.SETTLED, reckoning)
    return Standing(fee, FeeState.BEGUN if reckoning.has_begun else FeeState.OPEN, reckoning)


def _given(fee: Fee, part: FeePart) -> int:
    if part.kind == PartKind.MONEY:
        return paid_for(fee.invoice_lines.all())
    kept: Iterable[Gift] = part.kept  # type: ignore[attr-defined]  # set by `fees`
    if part.kind == PartKind.TIME:
        return sum(gift.minutes or 0 for gift in kept)
    return (part.share or 0) if any(kept) else 0


def _less(fee: Fee, part: FeePart) -> int:
    return asked_no_more(fee.invoice_lines.all()) if part.kind == PartKind.MONEY else 0


def invoiced_for(fee: Fee) -> bool:
    """Whether an invoice for a fee stands."""
    return fee.invoice_lines.filter(invoice__cancelled_on__isnull=True).exists()


def fees_to_invoice() -> QuerySet[Fee]:
    """Fees with a part in money that nobody has been invoiced for."""
    invoiced = Q(invoice_lines__invoice__cancelled_on__isnull=True, invoice_lines__isnull=False)
    waiting = Fee.objects.filter(waived=False, parts__kind=PartKind.MONEY)
    return waiting.exclude(pk__in=Fee.objects.filter(invoiced).values("pk")).order_by("begins", "pk")


def money_given_in(begins: date, ends: date) -> int:
    """Pence of fees promised for years that begin within those days."""
    parts = FeePart.objects.filter(fee__begins__gte=begins, fee__begins__lt=ends, fee__waived=False)
    return int(parts.aggregate(total=Sum("pence"))["total"] or 0)


REMIND_AFTER = timedelta(days=90)  # from the beginning of the year it is for
TALK_AFTER = timedelta(days=45)  # from the reminder

UNSETTLED = (FeeState.OPEN, FeeState.BEGUN)


def fees_to_ask_after(today: date) -> list[Fee]:
    """Fees of years that began three months ago or earlier, not settled, and nobody was reminded of them."""
    running = fees().filter(waived=False, begins__lte=today - REMIND_AFTER, ends__gt=today)
    return _unsettled(running.filter(reminded_on__isnull=True))


def fees_to_talk_about(today: date) -> list[Fee]:
    """Fees of which somebody was reminded weeks ago and which are still not settled: a talk is due, no demand."""
    running = fees().filter(waived=False, ends__gt=today, reminded_on__lte=today - TALK_AFTER)
    return _unsettled(running)


def _unsettled(asked: QuerySet[Fee]) -> list[Fee]:
    return [fee for fee in asked.order_by("begins", "pk") if standing_of(fee).state in UNSETTLED]
