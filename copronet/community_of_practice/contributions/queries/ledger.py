"""Reading the ledger: balances, statements, and everything that moved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Exists,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Sum,
)
from django.db.models.functions import Coalesce

from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.choices import (
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
    Refund,
)

# Accounts of members that tell what was asked and paid, not what was given and received.
ABOUT_MONEY = (Purpose.OWED, Purpose.CREDIT)


def of_party(party: Party | None, prefix: str = "") -> Q:
    """Rows that belong to a party, or to a second record of it that was merged into this one; None: the network."""
    if party is None:
        return Q(**{f"{prefix}person__isnull": True, f"{prefix}organisation__isnull": True})
    same = Q(pk=party.pk) | Q(merged_into=party.pk)
    if isinstance(party, Person):
        return Q(**{f"{prefix}person__in": Person.objects.filter(same).values("pk")})
    return Q(**{f"{prefix}organisation__in": Organisation.objects.filter(same).values("pk")})


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
    refund: Refund | None
    is_owed: bool  # about what was invoiced and paid, not about what was given and received
    is_reversed: bool
    is_reversal: bool


def statement_of(party: Party, *, begins: date, ends: date) -> list[StatementLine]:
    """What moved for a party from ``begins`` and before ``ends``, in the order of the days."""
    mine = set(accounts_of(party).values_list("pk", flat=True))
    movements = (
        Movement.objects.filter(Q(from_account__in=mine) | Q(to_account__in=mine))
        .filter(entry__happened_on__gte=begins, entry__happened_on__lt=ends)
        .select_related(
            "from_account",
            "to_account",
            "entry__gift__giver_person",
            "entry__gift__giver_organisation",
            "entry__gift__receiver_person",
            "entry__gift__receiver_organisation",
            "entry__invoice",
            "entry__payment__invoice",
            "entry__refund",
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
        refund=entry.refund,
        is_owed=movement.from_account.purpose in ABOUT_MONEY or movement.to_account.purpose in ABOUT_MONEY,
        is_reversed=movement.is_reversed,
        is_reversal=movement.reverses_id is not None,
    )


def totals_of(lines: list[StatementLine]) -> list[dict[str, Any]]:
    """What was given and received on a statement, by unit; what was put right counts on neither side."""
    totals: dict[str, dict[str, Any]] = {}
    for line in lines:
        if not (line.is_reversed or line.is_reversal or line.is_owed):
            total = totals.setdefault(line.unit, {"unit": Unit(line.unit), "out": 0, "into": 0})
            total["out"] += line.out
            total["into"] += line.into
    return [totals[unit] for unit in Unit if unit in totals]


def first_day_of(party: Party) -> date | None:
    """The day of the first thing that moved for a party.

    Each side is looked up by its own index: asked for as one or the other, the whole ledger would be read.
    """
    mine = accounts_of(party)
    out, into = (Movement.objects.filter(**{f"{side}_account__in": mine}) for side in ("from", "to"))
    entries = Entry.objects.filter(pk__in=out.values("entry").union(into.values("entry")))
    first: date | None = entries.aggregate(first=Min("happened_on"))["first"]
    return first


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
    order = [(unit.value, purpose.value) for unit in Unit for purpose in Purpose]
    return [
        {
            "unit": Unit(unit),
            "purpose": Purpose(purpose),
            "out": out,
            "into": into,
            "balance": into - out,
        }
        for (unit, purpose), (out, into) in sorted(totals.items(), key=lambda item: order.index(item[0]))
    ]
