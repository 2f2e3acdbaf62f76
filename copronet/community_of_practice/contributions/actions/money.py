"""Asking for money and receiving it: invoices and payments. Each writes the ledger, once."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.models import Person
from copronet.common_ground.work.actions import enqueue
from copronet.community_of_practice.contributions.choices import (
    INTO,
    CheckoutState,
    EntryKind,
    Method,
    PartKind,
    Purpose,
    Unit,
    Why,
)
from copronet.community_of_practice.contributions.emails import tell_invoice, tell_receipt
from copronet.community_of_practice.contributions.models import (
    Account,
    Checkout,
    Fee,
    GiftAidDeclaration,
    Invoice,
    InvoiceLine,
    Party,
    Payment,
)
from copronet.community_of_practice.contributions.queries import (
    credited_of,
    declaration_of,
    invoiced_for,
    next_number,
    reader_of,
    still_open,
)

from .ledger import Move, account_of, reverse_entry, write_entry

DAYS_TO_PAY = 30


@transaction.atomic
def issue_invoice(
    *,
    actor: Actor,
    fee: Fee,
    name: str,
    address: str = "",
    purchase_order: str = "",
    issued_on: date | None = None,
    key: UUID | None = None,
) -> Invoice:
    """Ask for the part of a fee that is in money, with VAT as its band says. Numbers leave no gap.

    Refused for a fee without such a part, and while an invoice for it stands.
    """
    once(key)
    locked = Fee.objects.select_for_update(of=("self",)).select_related("band").get(pk=fee.pk)
    part = locked.parts.filter(kind=PartKind.MONEY).first()
    if part is None or locked.band is None or locked.waived:
        raise ActionRefused(_("Nothing of this fee is to be given in money."))
    if invoiced_for(locked):
        raise ActionRefused(_("There is an invoice for this fee already."))
    line = _line(locked, part.pence or 0)
    day = issued_on or timezone.localdate()
    hold_numbers()
    reader = reader_of(locked.party)
    invoice = Invoice.objects.create(
        person=locked.person,
        organisation=locked.organisation,
        year=day.year,
        number=next_number(day.year),
        name=name,
        address=address,
        purchase_order=purchase_order,
        language=reader.language if reader else "cy",
        issued_on=day,
        due_on=day + timedelta(days=DAYS_TO_PAY),
        total=line.net + line.vat,
    )
    line.invoice = invoice
    line.save()
    write_entry(kind=EntryKind.INVOICE, happened_on=day, moves=list(_owed(invoice, line)), invoice=invoice)
    record(actor=actor, verb="contributions.invoice_issued", about=invoice, key=key)
    tell_invoice(invoice)
    return invoice


@transaction.atomic
def cancel_invoice(*, actor: Actor, invoice: Invoice, why: str) -> Invoice:
    """An invoice is cancelled, and its number stays used. Refused once something has been paid for it."""
    locked = hold_invoice(invoice)
    if locked.cancelled_on:
        raise ActionRefused(_("This invoice has been cancelled already."))
    if credited_of(locked):
        raise ActionRefused(
            _("A credit note stands against this invoice, so it cannot be cancelled as well.")
        )
    if still_open(locked) != locked.total:
        raise ActionRefused(_("Something has been paid for this invoice. Give that back first."))
    locked.cancelled_on = timezone.localdate()
    locked.save(update_fields=["cancelled_on"])
    reverse_entry(entry=locked.entries.get(reverses__isnull=True), why=Why(why))
    record(actor=actor, verb="contributions.invoice_cancelled", about=locked)
    close_checkouts(locked)
    return locked


@transaction.atomic
def record_payment(
    *,
    actor: Actor,
    invoice: Invoice,
    method: str,
    amount: int,
    received_on: date,
    reference: str = "",
    keeps_the_rest: bool = False,
    key: UUID | None = None,
) -> Payment:
    """Write down by hand money that came. Refused for what is paid already, and for more than is still to pay.

    Where whoever writes it down ``keeps_the_rest``, what is more than asked becomes the member's credit.
    """
    once(key)
    locked = hold_invoice(invoice)
    if locked.cancelled_on:
        raise ActionRefused(_("This invoice has been cancelled. Give the money back, or issue another."))
    left = still_open(locked)
    if left == 0 and not keeps_the_rest:
        raise ActionRefused(_("This invoice has been paid already. Nothing is taken twice."))
    if amount <= 0 or (amount > left and not keeps_the_rest):
        raise ActionRefused(_("The amount has to be more than nothing, and no more than is still to pay."))
    payment = receive(locked, Method(method), amount, received_on, reference=reference)
    record(actor=actor, verb="contributions.payment_recorded", about=payment, key=key)
    tell_receipt(payment)
    if amount >= left:
        close_checkouts(locked)
    return payment


@transaction.atomic
def note_checkout(*, actor: Actor, invoice: Invoice, code: str, address: str, amount: int) -> Checkout:
    """Keep a card payment begun at the provider's; the same one begun twice is kept once."""
    hold_invoice(invoice)
    known = Checkout.objects.filter(provider_code=code).first()
    if known is not None:
        return known
    invoice.checkouts.filter(state=CheckoutState.OPEN).update(state=CheckoutState.EXPIRED)
    checkout = Checkout.objects.create(invoice=invoice, provider_code=code, address=address, amount=amount)
    record(actor=actor, verb="contributions.card_payment_begun", about=checkout)
    return checkout


@transaction.atomic
def take_card_payment(*, actor: Actor, session: str, payment: str, amount: int) -> Payment | None:
    """The provider tells that a session was paid. Told again, nothing changes. None for a session not ours.

    What was really charged is kept even where the invoice had been paid meanwhile: it becomes the member's credit.
    """
    checkout = Checkout.objects.filter(provider_code=session).first()
    if checkout is None:
        return None
    locked = hold_invoice(checkout.invoice)
    known = Payment.objects.filter(provider_code=payment).first()
    if known is not None:
        return known
    Checkout.objects.filter(pk=checkout.pk).update(state=CheckoutState.PAID)
    made = receive(locked, Method.CARD, amount, timezone.localdate(), provider_code=payment)
    record(actor=actor, verb="contributions.payment_recorded", about=made)
    tell_receipt(made)
    return made


@transaction.atomic
def close_checkout(*, actor: Actor, session: str) -> None:
    """A card payment was not finished, and can no longer be."""
    closed = (
        Checkout.objects.select_for_update().filter(provider_code=session, state=CheckoutState.OPEN).first()
    )
    if closed is None:
        return
    closed.state = CheckoutState.EXPIRED
    closed.save(update_fields=["state"])
    record(actor=actor, verb="contributions.card_payment_not_finished", about=closed)


@transaction.atomic
def declare_gift_aid(
    *, actor: Actor, person: Person, name: str, address: str, key: UUID | None = None
) -> GiftAidDeclaration:
    """A taxpayer declares that Gift Aid may be claimed, from today. A new declaration ends the one before."""
    once(key)
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    today = timezone.localdate()
    person.gift_aid_declarations.filter(ends__isnull=True).update(ends=today)
    declared = GiftAidDeclaration.objects.create(person=person, name=name, address=address, begins=today)
    record(actor=actor, verb="contributions.gift_aid_declared", about=declared, key=key)
    return declared


@transaction.atomic
def end_gift_aid(*, actor: Actor, person: Person) -> None:
    """From today Gift Aid may no longer be claimed. Ending it twice does nothing."""
    ended = person.gift_aid_declarations.select_for_update().filter(ends__isnull=True).first()
    if ended is None:
        return
    ended.ends = timezone.localdate()
    ended.save(update_fields=["ends"])
    record(actor=actor, verb="contributions.gift_aid_ended", about=ended)


def _line(fee: Fee, net: int) -> InvoiceLine:
    band = fee.band
    rate = band.vat_rate if band else 0
    words = {}
    for language in ("cy", "en"):
        with translation.override(language):
            words[f"words_{language}"] = _("Membership fee: %(band)s") % {
                "band": str(band.name) if band else ""
            }
    # VAT to the nearest penny, a half upwards.
    return InvoiceLine(net=net, vat=(net * rate + 5000) // 10000, vat_rate=rate, fee=fee, **words)


def _owed(invoice: Invoice, line: InvoiceLine) -> Iterable[Move]:
    owed = account_of(invoice.party, Purpose.OWED, Unit.PENCE)
    yield Move(account_of(None, Purpose.INVOICED, Unit.PENCE), owed, line.net)
    if line.vat:
        yield Move(account_of(None, Purpose.VAT, Unit.PENCE), owed, line.vat)


def receive(
    invoice: Invoice,
    method: Method,
    amount: int,
    received_on: date,
    *,
    reference: str = "",
    provider_code: str | None = None,
) -> Payment:
    """Write down money that came for an invoice held still; what is more than asked becomes credit."""
    over = max(0, amount - still_open(invoice))
    payment = Payment.objects.create(
        invoice=invoice,
        method=method,
        amount=amount,
        over=over,
        received_on=received_on,
        reference=reference,
        provider_code=provider_code,
        is_gift_aided=_is_gift_aided(invoice, received_on),
    )
    target = place_of(invoice.party, method)
    parts = {Purpose.OWED: amount - over, Purpose.CREDIT: over}
    moves = [
        Move(account_of(invoice.party, each, Unit.PENCE), target, parts[each])
        for each in parts
        if parts[each]
    ]
    write_entry(kind=EntryKind.PAYMENT, happened_on=received_on, moves=moves, payment=payment)
    return payment


def place_of(party: Party, method: Method) -> Account:
    """The account that money of a method comes into and goes back from."""
    if method is Method.CREDIT:
        return account_of(party, Purpose.CREDIT, Unit.PENCE)
    return account_of(None, INTO[method], Unit.PENCE)


def _is_gift_aided(invoice: Invoice, on: date) -> bool:
    bands = invoice.lines.filter(fee__band__gift_aid=True)
    return declaration_of(invoice.person, on) is not None and bands.exists()


def hold_invoice(invoice: Invoice) -> Invoice:
    """Hold an invoice still: whatever is paid for it or given back of it waits its turn."""
    return Invoice.objects.select_for_update(of=("self",)).get(pk=invoice.pk)


def hold_numbers() -> None:
    """One lock for all numbering: the number after the last is given out once."""
    account = account_of(None, Purpose.INVOICED, Unit.PENCE)
    Account.objects.select_for_update(of=("self",)).get(pk=account.pk)


def close_checkouts(invoice: Invoice) -> None:
    """Whoever has a card page open can no longer pay there a second time."""
    for code in invoice.checkouts.filter(state=CheckoutState.OPEN).values_list("provider_code", flat=True):
        enqueue("contributions.expire_checkout", session=code)
