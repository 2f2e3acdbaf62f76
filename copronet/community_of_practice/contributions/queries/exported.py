"""All that this room holds about a person, as plain values."""

from typing import Any

from copronet.common_ground.people.models import Person
from copronet.community_of_practice.contributions.models import GiftAidDeclaration, Invoice, Refund

from .fees import fees
from .gifts import given_by, received_by
from .ledger import balances_of, of_party
from .money import credit_of


def what_is_held(person: Person) -> dict[str, Any]:
    """Gifts, fees, invoices, declarations and balances; amounts in pence and minutes."""
    return {
        "given": [_gift(gift) for gift in given_by(person)],
        "received": [_gift(gift) for gift in received_by(person)],
        "fees": [_fee(fee) for fee in fees().filter(of_party(person))],
        "invoices": [_invoice(invoice) for invoice in Invoice.objects.filter(of_party(person))],
        "gift_aid": list(
            GiftAidDeclaration.objects.filter(person=person).values("name", "address", "begins", "ends")
        ),
        "credit": credit_of(person),
        "balances": {unit: [each.out, each.into] for unit, each in balances_of(person).items()},
    }


def _gift(gift: Any) -> dict[str, Any]:
    said = ("kind", "what", "minutes", "value", "day", "state", "word", "counts_as_match")
    return {name: getattr(gift, name) for name in said}


def _fee(fee: Any) -> dict[str, Any]:
    parts = [{"kind": part.kind, "pence": part.pence, "minutes": part.minutes, "share": part.share, "words": part.words}
             for part in fee.parts.all()]  # fmt: skip
    return {
        "begins": fee.begins,
        "ends": fee.ends,
        "waived": fee.waived,
        "band": str(fee.band or ""),
        "parts": parts,
    }


def _invoice(invoice: Invoice) -> dict[str, Any]:
    said = ("code", "name", "address", "purchase_order", "issued_on", "due_on", "total", "cancelled_on")
    paid = list(invoice.payments.values("method", "amount", "over", "received_on", "reference"))
    back = Refund.objects.filter(payment__invoice=invoice)
    given_back = [
        {"code": each.code, "method": each.method, "amount": each.amount, "given_on": each.given_on}
        for each in back
    ]
    return {name: getattr(invoice, name) for name in said} | {"payments": paid, "given_back": given_back}
