"""Invoices and what has been paid for them, and which line of a bank statement may be which invoice."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import (
    Case,
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
from django.utils import translation

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.choices import (
    EntryKind,
    LineState,
    Method,
    Purpose,
    Unit,
)
from copronet.community_of_practice.contributions.models import (
    Account,
    BankLine,
    Entry,
    GiftAidDeclaration,
    Invoice,
    InvoiceLine,
    Movement,
    Party,
    Payment,
    Refund,
)

from .gifts import reader_of
from .ledger import balances_of

PROPOSALS = 3


def standing_payments() -> QuerySet[Payment]:
    """Payments that have not been taken back."""
    return Payment.objects.filter(
        ~Exists(Entry.objects.filter(payment=OuterRef("pk"), kind=EntryKind.REVERSAL))
    )


def invoices() -> QuerySet[Any]:
    """Invoices, newest first, with what was ``credited`` to each, is ``paid`` of the rest and ``left`` to pay.

    Money given back is asked for no more, so that giving back changes nothing of what is left.
    """
    came = _summed(standing_payments().filter(invoice=OuterRef("pk")), "invoice", F("amount") - F("over"))
    credited = _summed(
        Refund.objects.filter(payment__invoice=OuterRef("pk")), "payment__invoice", F("net") + F("vat")
    )
    return Invoice.objects.select_related("person", "organisation").annotate(
        came=came,
        credited=credited,
        paid=F("came") - F("credited"),
        left=Case(
            When(Q(cancelled_on__isnull=True, came__lt=F("total")), then=F("total") - F("came")),
            default=Value(0),
            output_field=IntegerField(),
        ),
    )


def open_invoices() -> QuerySet[Any]:
    return invoices().filter(left__gt=0)


def _summed(rows: QuerySet[Any], by: str, amount: Any) -> Coalesce:
    """The sum of an amount over the rows of each outer row; nought where there is none."""
    total = rows.order_by().values(by).annotate(summed=Sum(amount)).values("summed")
    return Coalesce(Subquery(total, output_field=IntegerField()), Value(0))


def came_for(invoice: Invoice) -> int:
    """Pence that came towards an invoice, whether or not a part was given back since; credit is none of it."""
    came = standing_payments().filter(invoice=invoice).aggregate(total=Sum(F("amount") - F("over")))
    return int(came["total"] or 0)


def still_open(invoice: Invoice) -> int:
    """Pence still to pay; nought for a cancelled invoice."""
    return 0 if invoice.cancelled_on else max(0, invoice.total - came_for(invoice))


def credited_of(invoice: Invoice) -> int:
    """Pence that credit notes took off an invoice."""
    notes = Refund.objects.filter(payment__invoice=invoice).aggregate(total=Sum(F("net") + F("vat")))
    return int(notes["total"] or 0)


def paid_for(lines: Iterable[InvoiceLine]) -> int:
    """Pence of fees, without VAT, that payments cover on these lines; each invoice's money goes to its lines evenly.

    Reads payments, entries and refunds that were fetched beforehand.
    """
    paid = 0
    for line in lines:
        came = sum(payment.towards for payment in line.invoice.payments.all() if _stands(payment))
        paid += min(line.net, came * line.net // line.invoice.total)
    return paid


def asked_no_more(lines: Iterable[InvoiceLine]) -> int:
    """Pence of fees, without VAT, that credit notes took off these lines. Reads the same rows."""
    payments = [payment for line in lines for payment in line.invoice.payments.all()]
    return sum(refund.net for payment in payments for refund in payment.refunds.all())


def credit_of(party: Party) -> int:
    """Pence that a party has paid beyond what was asked, and that were neither used nor given back."""
    return balances_of(party, Purpose.CREDIT)[Unit.PENCE].in_hand


def members_in_credit() -> list[tuple[Party, int]]:
    """Every party that has credit, and how much, the most first."""
    held: dict[Party, int] = {}
    accounts = Account.objects.filter(purpose=Purpose.CREDIT).select_related(
        "person__merged_into", "organisation__merged_into"
    )
    for account in accounts.annotate(out_of=_moved("from_account"), come_in=_moved("to_account")):
        holder: Any = account.holder
        party = holder.merged_into or holder
        held[party] = held.get(party, 0) + account.out_of - account.come_in
    return sorted(((party, pence) for party, pence in held.items() if pence), key=lambda each: -each[1])


def _moved(side: str) -> Coalesce:
    return _summed(Movement.objects.filter(**{side: OuterRef("pk")}), side, F("amount"))


def can_go_back(payment: Payment) -> int:
    """Pence of a payment that can still be given back: what stands of it, save credit that was used elsewhere."""
    if payment.method == Method.CREDIT or not standing_payments().filter(pk=payment.pk).exists():
        return 0
    return payment.towards + credit_within(payment)


def credit_within(payment: Payment) -> int:
    """Pence of what a payment brought too much that are still the member's credit."""
    left = payment.over - sum(refund.from_credit for refund in payment.refunds.all())
    return min(left, credit_of(payment.invoice.party)) if left else 0


def _stands(payment: Payment) -> bool:
    return all(entry.reverses_id is None for entry in payment.entries.all())


def next_number(year: int) -> int:
    """The number of an invoice after the last of a year. Read it while the year is held still."""
    return _last(Invoice.objects, year) + 1


def next_note(year: int) -> int:
    """The same for what is given back."""
    return _last(Refund.objects, year) + 1


def _last(rows: Any, year: int) -> int:
    return rows.filter(year=year).order_by("-number").values_list("number", flat=True).first() or 0


def declaration_of(person: Person | None, on: date) -> GiftAidDeclaration | None:
    """The Gift Aid declaration that holds for somebody on a day."""
    if person is None:
        return None
    holding = GiftAidDeclaration.objects.filter(Q(ends__isnull=True) | Q(ends__gt=on), begins__lte=on)
    return holding.filter(person=person).first()


@dataclass(frozen=True)
class Proposal:
    """An invoice that a line of a bank statement may be for, and what speaks for it."""

    invoice: Any
    same_number: bool
    same_amount: bool
    same_name: bool

    @property
    def weight(self) -> int:
        return 4 * self.same_number + 2 * self.same_amount + self.same_name


def waiting_lines() -> QuerySet[BankLine]:
    return BankLine.objects.filter(state=LineState.WAITING)


def proposals_for(lines: Iterable[BankLine]) -> list[tuple[BankLine, list[Proposal]]]:
    """For each line the open invoices that it may be for, the likeliest first; one query for them all."""
    still = list(open_invoices())
    return [(line, _proposals(line, still)) for line in lines]


def _proposals(line: BankLine, still: list[Any]) -> list[Proposal]:
    said, digits = _plain(line.words), re.sub(r"\D", " ", line.words)
    found = [
        Proposal(
            invoice=invoice,
            same_number=_quotes(digits, invoice),
            same_amount=line.amount == invoice.left,
            same_name=_names(said, invoice.name),
        )
        for invoice in still
    ]
    return sorted((each for each in found if each.weight), key=lambda each: -each.weight)[:PROPOSALS]


def _quotes(digits: str, invoice: Invoice) -> bool:
    """Whether the invoice's number stands there, however it was punctuated."""
    numbers = digits.split()
    pairs = {*pairwise(numbers)}
    year, number = str(invoice.year), f"{invoice.number:04d}"
    return f"{year}{number}" in numbers or (year, number) in pairs or (year, str(invoice.number)) in pairs


def _names(said: str, name: str) -> bool:
    """Whether most words of the name stand there; banks cut and shout."""
    words = [word for word in _plain(name).split() if len(word) > 2]
    present = sum(word in said.split() for word in words)
    return bool(words) and present * 2 > len(words)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]+", " ", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def party_as_addressed(party: Party) -> tuple[str, str]:
    """The name and address to begin an invoice with; an organisation's in the language of who reads it there."""
    if isinstance(party, Organisation):
        reader = reader_of(party)
        with translation.override(reader.language if reader else Language.WELSH):
            return party.name.text, ""
    return party.name, party.postal_address
