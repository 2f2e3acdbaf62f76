"""The proof that the books balance, and that gifts, invoices and payments say what the ledger says."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from copronet.community_of_practice.contributions.choices import EntryKind, GiftKind, GiftState, Unit
from copronet.community_of_practice.contributions.models import (
    Account,
    Entry,
    Gift,
    Invoice,
    Movement,
    Payment,
    Refund,
)

from .money import members_in_credit


def faults_in_the_books() -> list[str]:
    """What does not agree, in plain words for whoever looks into it; empty while the books balance."""
    return [
        *_units_out_of_balance(),
        *_empty_entries(),
        *_gifts_astray(),
        *_invoices_astray(),
        *_payments_astray(),
        *_refunds_astray(),
        *_credit_astray(),
    ]


def books_balance() -> bool:
    """Whether every unit sums to nought and every gift, invoice and payment agrees with its movements."""
    return not faults_in_the_books()


def _units_out_of_balance() -> Iterator[str]:
    """What accounts hold, summed account by account: nought in every unit, whatever was written."""
    held: dict[str, int] = dict.fromkeys(Unit.values, 0)
    into = dict(Movement.objects.values_list("to_account").annotate(total=Sum("amount")).order_by())
    out = dict(Movement.objects.values_list("from_account").annotate(total=Sum("amount")).order_by())
    for pk, unit in Account.objects.values_list("pk", "unit"):
        held[unit] += into.get(pk, 0) - out.get(pk, 0)
    yield from (f"{unit}: {total}" for unit, total in held.items() if total)
    strangers = Movement.objects.exclude(unit=F("from_account__unit"), to_account__unit=F("unit"))
    yield from (f"movement {pk}: units" for pk in strangers.values_list("pk", flat=True))


def _empty_entries() -> Iterator[str]:
    empty = Entry.objects.filter(~Exists(Movement.objects.filter(entry=OuterRef("pk"))))
    yield from (f"entry {pk}: no movement" for pk in empty.values_list("pk", flat=True))


def _standing(about: str, unit: Any = None) -> Any:
    """What stands in the ledger about a row, reversals taken off; of one unit, or of any."""
    movements = Movement.objects.filter(**{f"entry__{about}": OuterRef("pk")})
    if unit is not None:
        movements = movements.filter(unit=unit)
    signed = Case(
        When(reverses__isnull=True, then=F("amount")), default=-F("amount"), output_field=IntegerField()
    )
    total = movements.values(f"entry__{about}").annotate(total=Sum(signed)).values("total")
    return Coalesce(Subquery(total, output_field=IntegerField()), Value(0))


def _gifts_astray() -> Iterator[str]:
    """Gifts whose movements are not what the gift says, or that moved anything unconfirmed."""
    gifts = Gift.objects.annotate(
        in_minutes=_standing("gift", Unit.MINUTES),
        in_value=_standing("gift", Unit.IN_KIND),
        in_things=_standing("gift", Unit.THINGS),
        in_pence=_standing("gift", Unit.PENCE),
    ).filter(Q(state=GiftState.CONFIRMED) | ~Q(in_minutes=0, in_value=0, in_things=0, in_pence=0))
    for gift in gifts.iterator():
        stands = (gift.in_minutes, gift.in_things, gift.in_value, gift.in_pence)
        if stands != _expected(gift):
            yield f"gift {gift.pk}: {stands}"


def _expected(gift: Gift) -> tuple[int, int, int, int]:
    """What should stand about a gift: minutes, things, value of things in pence, money in pence."""
    if gift.state != GiftState.CONFIRMED:
        return (0, 0, 0, 0)
    if gift.kind == GiftKind.TIME:
        return (gift.minutes or 0, 0, 0, 0)
    if gift.kind == GiftKind.MONEY:
        return (0, 0, 0, gift.value or 0)
    return (0, 1, gift.value or 0, 0)


def _invoices_astray() -> Iterator[str]:
    invoices = Invoice.objects.annotate(
        stands=_standing("invoice"),
        lines_net=Coalesce(Sum("lines__net"), 0),
        lines_vat=Coalesce(Sum("lines__vat"), 0),
    )
    for invoice in invoices.iterator():
        expected = 0 if invoice.cancelled_on else invoice.total
        if invoice.stands != expected or invoice.lines_net + invoice.lines_vat != invoice.total:
            yield f"invoice {invoice.code}: {invoice.stands}"


def _payments_astray() -> Iterator[str]:
    """Payments that are neither wholly in the ledger nor wholly taken back, and what parties owe in all."""
    payments = (
        Payment.objects.annotate(stands=_standing("payment")).exclude(stands=F("amount")).exclude(stands=0)
    )
    yield from (f"payment {pk}" for pk in payments.values_list("pk", flat=True))
    unwritten = Payment.objects.filter(~Exists(Entry.objects.filter(payment=OuterRef("pk"))))
    yield from (f"payment {pk}: not in the ledger" for pk in unwritten.values_list("pk", flat=True))
    doubled = (
        Entry.objects.filter(kind=EntryKind.PAYMENT).values("payment").annotate(n=Count("pk")).filter(n__gt=1)
    )
    yield from (f"payment {row['payment']}: twice" for row in doubled)


def _refunds_astray() -> Iterator[str]:
    """Refunds that the ledger tells otherwise, or that give back more than was paid or of what was taken back."""
    refunds = Refund.objects.annotate(stands=_standing("refund"))
    # The money moves, and where the invoice asks for less, that moves as well.
    wrong = refunds.exclude(stands=F("amount") + F("net") + F("vat"))
    yield from (f"refund {code}" for code in wrong.values_list("pk", flat=True))
    payments = Payment.objects.annotate(back=Sum("refunds__amount"))
    yield from (
        f"payment {pk}: too much" for pk in payments.filter(back__gt=F("amount")).values_list("pk", flat=True)
    )
    both = payments.filter(back__gt=0, entries__kind=EntryKind.REVERSAL)
    yield from (f"payment {pk}: back twice" for pk in both.values_list("pk", flat=True))


def _credit_astray() -> Iterator[str]:
    """Nobody has less credit than none."""
    yield from (f"credit {party.pk}: {pence}" for party, pence in members_in_credit() if pence < 0)
