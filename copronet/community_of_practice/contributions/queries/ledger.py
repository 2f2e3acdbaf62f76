"""Reading the ledger: balances, statements, and the proof that the books balance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.choices import (
    EntryKind,
    GiftKind,
    GiftState,
    Purpose,
    Unit,
)
from copronet.community_of_practice.contributions.models import (
    Account,
    Entry,
    Gift,
    Invoice,
    Movement,
    Party,
    Payment,
)


def of_party(party: Party | None, prefix: str = "") -> Q:
    """Rows that belong to a party, or to a second record of it that was merged into this one; None: the network."""
    if party is None:
        return Q(**{f"{prefix}person__isnull": True, f"{prefix}organisation__isnull": True})
    side = "person" if isinstance(party, Person) else "organisation"
    own = Q(**{f"{prefix}{side}": party})
    if hasattr(party, "merged_into_id"):
        own |= Q(**{f"{prefix}{side}__merged_into": party})
    return own


def accounts_of(party: Party | None) -> QuerySet[Account]:
    return Account.objects.filter(of_party(party))


@dataclass(frozen=True)
class Balance:
    """What has gone out of accounts and come into them, in their unit."""

    out: int = 0
    into: int = 0

    @property
    def in_hand(self) -> int:
        """Given less received: below nought is in the red."""
        return self.out - self.into


def balances_of(party: Party | None, purpose: Purpose = Purpose.GIVEN) -> dict[str, Balance]:
    """What a party has given and received, by unit; a reversal takes back what it reverses."""
    accounts = list(accounts_of(party).filter(purpose=purpose).values_list("pk", "unit"))
    return {unit: _balance([pk for pk, each in accounts if each == unit]) for unit in Unit}


def _balance(accounts: list[int]) -> Balance:
    if not accounts:
        return Balance()
    out = Movement.objects.filter(from_account__in=accounts)
    into = Movement.objects.filter(to_account__in=accounts)
    given, taken_back = _sums(out)
    received, given_back = _sums(into)
    return Balance(out=given - given_back, into=received - taken_back)


def _sums(movements: QuerySet[Movement]) -> tuple[int, int]:
    """The sum of what was written as it is, and of what reverses something."""
    sums = movements.aggregate(
        plain=Coalesce(Sum("amount", filter=Q(reverses__isnull=True)), 0),
        reversals=Coalesce(Sum("amount", filter=Q(reverses__isnull=False)), 0),
    )
    return sums["plain"], sums["reversals"]


@dataclass(frozen=True)
class StatementLine:
    """One movement as its party sees it: what went out or came in."""

    day: date
    kind: str
    unit: str
    out: int
    into: int
    gift: Gift | None
    invoice: Invoice | None
    payment: Payment | None
    is_reversed: bool
    is_reversal: bool


def statement_of(party: Party, *, begins: date, ends: date) -> list[StatementLine]:
    """What moved for a party from ``begins`` and before ``ends``, in the order of the days."""
    mine = set(accounts_of(party).values_list("pk", flat=True))
    movements = (
        Movement.objects.filter(Q(from_account__in=mine) | Q(to_account__in=mine))
        .filter(entry__happened_on__gte=begins, entry__happened_on__lt=ends)
        .select_related(
            "entry__gift__giver_person",
            "entry__gift__giver_organisation",
            "entry__gift__receiver_person",
            "entry__gift__receiver_organisation",
            "entry__invoice",
            "entry__payment__invoice",
        )
        .annotate(is_reversed=Exists(Movement.objects.filter(reverses=OuterRef("pk"))))
        .order_by("entry__happened_on", "pk")
    )
    return [_line(movement, mine) for movement in movements]


def _line(movement: Any, mine: set[int]) -> StatementLine:
    goes_out = movement.from_account_id in mine
    entry: Entry = movement.entry
    return StatementLine(
        day=entry.happened_on,
        kind=entry.kind,
        unit=movement.unit,
        out=movement.amount if goes_out else 0,
        into=0 if goes_out else movement.amount,
        gift=entry.gift,
        invoice=entry.invoice,
        payment=entry.payment,
        is_reversed=movement.is_reversed,
        is_reversal=movement.reverses_id is not None,
    )


def ledger(*, unit: str = "", kind: str = "", begins: date | None = None, ends: date | None = None) -> Any:
    """Every movement with its entry and both holders, newest first; ``ends`` is the first day after."""
    movements = Movement.objects.select_related(
        "entry",
        "from_account__person",
        "from_account__organisation",
        "to_account__person",
        "to_account__organisation",
    )
    wanted = {
        "unit": unit,
        "entry__kind": kind,
        "entry__happened_on__gte": begins,
        "entry__happened_on__lt": ends,
    }
    chosen = {name: value for name, value in wanted.items() if value}
    return movements.filter(**chosen).order_by("-pk")


def network_totals() -> list[dict[str, Any]]:
    """What each of the network's own accounts, and all members' accounts together, gave and received."""
    sums = {
        side: dict(Movement.objects.values_list(f"{side}_account").annotate(total=Sum("amount")).order_by())
        for side in ("from", "to")
    }
    totals: dict[tuple[str, str], list[int]] = {}
    for pk, purpose, unit in Account.objects.values_list("pk", "purpose", "unit"):
        total = totals.setdefault((unit, purpose), [0, 0])
        total[0] += sums["from"].get(pk, 0)
        total[1] += sums["to"].get(pk, 0)
    order = {(unit, purpose): place for place, (unit, purpose) in enumerate((u, p) for u in Unit for p in Purpose)}
    return [
        {
            "unit": Unit(unit),
            "purpose": Purpose(purpose),
            "out": out,
            "into": into,
            "balance": into - out,
        }
        for (unit, purpose), (out, into) in sorted(totals.items(), key=lambda item: order[item[0]])
    ]


def faults_in_the_books() -> list[str]:
    """What does not agree, in plain words for whoever looks into it; empty while the books balance."""
    return [*_units_out_of_balance(), *_empty_entries(), *_gifts_astray(), *_invoices_astray(), *_payments_astray()]


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
    payments = Payment.objects.annotate(stands=_standing("payment")).exclude(stands=F("amount")).exclude(stands=0)
    yield from (f"payment {pk}" for pk in payments.values_list("pk", flat=True))
    unwritten = Payment.objects.filter(~Exists(Entry.objects.filter(payment=OuterRef("pk"))))
    yield from (f"payment {pk}: not in the ledger" for pk in unwritten.values_list("pk", flat=True))
    doubled = Entry.objects.filter(kind=EntryKind.PAYMENT).values("payment").annotate(n=Count("pk")).filter(n__gt=1)
    yield from (f"payment {row['payment']}: twice" for row in doubled)
