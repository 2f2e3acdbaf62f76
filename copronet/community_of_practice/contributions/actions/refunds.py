"""Giving money back, whole or in parts, and using credit. Each holds the invoice, then the member's credit."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.work.actions import enqueue
from copronet.community_of_practice.contributions.choices import (
    EntryKind,
    LineState,
    Method,
    Purpose,
    Unit,
    Why,
)
from copronet.community_of_practice.contributions.emails import (
    tell_credit_note,
    tell_credit_used,
    tell_refund,
)
from copronet.community_of_practice.contributions.models import (
    BankLine,
    Invoice,
    Party,
    Payment,
    Refund,
)
from copronet.community_of_practice.contributions.queries import (
    accounts_of,
    can_go_back,
    credit_of,
    credit_within,
    credited_of,
    next_note,
    pounds,
    still_open,
)

from .ledger import Move, account_of, reverse_entry, write_entry
from .money import close_checkouts, hold_invoice, hold_numbers, place_of, receive


@transaction.atomic
def give_back(*, actor: Actor, payment: Payment, why: str) -> Payment:
    """A payment goes back in full, or never really came: the reason says which. Nothing goes back twice.

    Refused once a part of it went back, and where credit that came of it has been used.
    """
    invoice = hold_invoice(payment.invoice)
    _hold_credit(invoice.party)
    _refuse_taking_back(payment, Why(why))
    entry = payment.entries.get(reverses__isnull=True)
    reverse_entry(entry=entry, why=Why(why))
    # What was put to the wrong invoice waits for the right one.
    back = LineState.WAITING if why in (Why.WRONG_PARTY, Why.TWICE, Why.WRONG_AMOUNT) else LineState.SET_ASIDE
    BankLine.objects.filter(payment=payment).update(payment=None, state=back)
    record(actor=actor, verb="contributions.payment_given_back", about=payment)
    if why == Why.REFUNDED:
        tell_refund(payment)
        if payment.method == Method.CARD:
            enqueue("contributions.refund_card", payment=payment.pk)
    return payment


def _refuse_taking_back(payment: Payment, why: Why) -> None:
    if payment.refunds.exists():
        raise ActionRefused(
            _("A part of this payment has been given back. Give back the rest as a part too.")
        )
    if payment.method == Method.CREDIT and why in (Why.REFUNDED, Why.BOUNCED):
        raise ActionRefused(
            _(
                "This was paid from credit. Choose another reason: then it is credit again, and can be given back."
            )
        )
    stands = payment.entries.count() == 1
    if stands and credit_within(payment) < payment.over:
        raise ActionRefused(
            _("Too much came, and what was over has been used since. Give back a part instead.")
        )


@transaction.atomic
def give_back_part(
    *, actor: Actor, payment: Payment, amount: int, method: str, given_on: date, key: UUID | None = None
) -> Refund:
    """So many pence of a payment go back: credit first, then what went towards the invoice.

    That much is no longer asked for, with its share of the VAT. Refused for more than can still go back.
    """
    once(key)
    invoice = hold_invoice(payment.invoice)
    _hold_credit(invoice.party)
    left = can_go_back(payment)
    if not 0 < amount <= left:
        raise ActionRefused(
            _(
                "The amount has to be more than nothing. What can still be given back of this payment: %(left)s."
            )
            % {"left": pounds(left)}
        )
    if method == Method.CARD and payment.method != Method.CARD:
        raise ActionRefused(_("This was not paid by card, so it cannot go back to one."))
    if given_on < payment.received_on:
        raise ActionRefused(_("Money goes back on the day it came, or later."))
    refund = _note(invoice, payment, amount, Method(method), given_on)
    write_entry(
        kind=EntryKind.REFUND,
        happened_on=given_on,
        moves=_back(invoice.party, refund),
        refund=refund,
        key=key,
    )
    record(actor=actor, verb="contributions.part_given_back", about=refund, key=key)
    tell_credit_note(refund)
    if refund.method == Method.CARD:
        enqueue("contributions.refund_part", refund=refund.pk)
    return refund


@transaction.atomic
def use_credit(*, actor: Actor, invoice: Invoice) -> Payment:
    """What a member paid too much pays for an invoice, as far as it goes."""
    locked = hold_invoice(invoice)
    _hold_credit(locked.party)
    amount = min(still_open(locked), credit_of(locked.party))
    if amount == 0:
        raise ActionRefused(_("There is no credit to use, or nothing is left to pay."))
    payment = receive(locked, Method.CREDIT, amount, timezone.localdate())
    record(actor=actor, verb="contributions.credit_used", about=payment)
    tell_credit_used(payment)
    close_checkouts(locked)
    return payment


@dataclass(frozen=True)
class _Shares:
    """How an amount given back divides: without VAT, the VAT, and credit; pence."""

    net: int
    vat: int
    from_credit: int


def _shares(invoice: Invoice, payment: Payment, amount: int) -> _Shares:
    """The VAT follows in proportion, reckoned on all that was credited so far, so that parts add up to the whole."""
    from_credit = min(amount, credit_within(payment))
    before = credited_of(invoice)
    after = before + amount - from_credit
    vat = _vat_within(invoice, after) - _vat_within(invoice, before)
    return _Shares(amount - from_credit - vat, vat, from_credit)


def _vat_within(invoice: Invoice, pence: int) -> int:
    """How much of so many pence of an invoice is VAT, to the nearest penny, a half upwards."""
    vat = sum(line.vat for line in invoice.lines.all())
    return (2 * vat * pence + invoice.total) // (2 * invoice.total)


def _note(invoice: Invoice, payment: Payment, amount: int, method: Method, given_on: date) -> Refund:
    shares = _shares(invoice, payment, amount)
    hold_numbers()
    return Refund.objects.create(
        payment=payment,
        method=method,
        amount=amount,
        net=shares.net,
        vat=shares.vat,
        from_credit=shares.from_credit,
        year=given_on.year,
        number=next_note(given_on.year),
        given_on=given_on,
    )


def _back(party: Party, refund: Refund) -> list[Move]:
    """The money goes back to the payer, and what went towards the invoice is asked for no more."""
    place = place_of(party, Method(refund.method))
    owed, credit = (account_of(party, purpose, Unit.PENCE) for purpose in (Purpose.OWED, Purpose.CREDIT))
    moves = [
        Move(place, credit, refund.from_credit),
        Move(place, owed, refund.credited),
        Move(owed, account_of(None, Purpose.INVOICED, Unit.PENCE), refund.net),
        Move(owed, account_of(None, Purpose.VAT, Unit.PENCE), refund.vat),
    ]
    return [move for move in moves if move.amount]


def _hold_credit(party: Party) -> None:
    """One at a time for each member: two at once cannot both take what is left."""
    accounts = accounts_of(party).filter(purpose=Purpose.CREDIT).order_by("pk")
    list(accounts.select_for_update(of=("self",)))
