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
from copronet.community_of_practice.contributions.choices import EntryKind, LineState
from copronet.community_of_practice.contributions.models import (
    BankLine,
    Entry,
    GiftAidDeclaration,
    Invoice,
    InvoiceLine,
    Party,
    Payment,
)

from .gifts import reader_of

PROPOSALS = 3


def standing_payments() -> QuerySet[Payment]:
    """Payments that have not been taken back."""
    return Payment.objects.filter(
        ~Exists(Entry.objects.filter(payment=OuterRef("pk"), kind=EntryKind.REVERSAL))
    )


def invoices() -> QuerySet[Any]:
    """Invoices with what has been ``paid`` for each and what is ``left`` to pay, newest first."""
    paid = (
        standing_payments()
        .filter(invoice=OuterRef("pk"))
        .order_by()
        .values("invoice")
        .annotate(total=Sum("amount"))
        .values("total")
    )
    return Invoice.objects.select_related("person", "organisation").annotate(
        paid=Coalesce(Subquery(paid, output_field=IntegerField()), Value(0)),
        left=Case(
            When(Q(cancelled_on__isnull=True, paid__lt=F("total")), then=F("total") - F("paid")),
            default=Value(0),
            output_field=IntegerField(),
        ),
    )


def open_invoices() -> QuerySet[Any]:
    return invoices().filter(left__gt=0)


def overpaid_invoices() -> QuerySet[Any]:
    """Invoices for which more came than was asked, or which were paid after they had been cancelled."""
    return invoices().filter(Q(paid__gt=F("total")) | Q(cancelled_on__isnull=False, paid__gt=0))


def paid_of(invoice: Invoice) -> int:
    """Pence paid for an invoice and not given back."""
    return int(standing_payments().filter(invoice=invoice).aggregate(total=Sum("amount"))["total"] or 0)


def still_open(invoice: Invoice) -> int:
    """Pence still to pay; nought for a cancelled invoice, and when more came than was asked."""
    return 0 if invoice.cancelled_on else max(0, invoice.total - paid_of(invoice))


def paid_for(lines: Iterable[InvoiceLine]) -> int:
    """Pence of fees, without VAT, that payments cover on these lines; each invoice's money goes to its lines evenly.

    Reads payments and entries that were fetched beforehand.
    """
    paid = 0
    for line in lines:
        came = sum(payment.amount for payment in line.invoice.payments.all() if _stands(payment))
        paid += min(line.net, came * line.net // line.invoice.total)
    return paid


def _stands(payment: Payment) -> bool:
    return all(entry.reverses_id is None for entry in payment.entries.all())


def next_number(year: int) -> int:
    """The number after the last of a year. Read it while the year is held still."""
    return (
        Invoice.objects.filter(year=year).order_by("-number").values_list("number", flat=True).first() or 0
    ) + 1


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
