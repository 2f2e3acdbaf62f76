"""What members are told by letter about what they give and receive, each in their own language."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.letters.actions import send

from .models import Fee, Gift, Invoice, Party, Payment, Refund
from .queries import name_of, pounds, reader_of, still_open

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise

GIFT = "contributions/letters/gift"
RECEIPT = "contributions/letters/receipt"
IN_THE_RED = "contributions/letters/in_the_red"


def tell(
    party: Party | None,
    subject: "Text",
    text: "Text",
    *,
    template: str,
    page: str,
    key: int | None,
    **values: Any,
) -> None:
    """Write to whoever stands for a party; a value may be something to be called in their language."""
    reader = reader_of(party) if party is not None else None
    if reader is None:
        return
    with translation.override(reader.language):
        said = {name: str(value() if callable(value) else value) for name, value in values.items()}
        address = reverse(page, args=[key] if key else [])
        context = {"subject_line": str(subject), "words": str(text) % said, "page": address}
    send(to=reader, template=template, context=context)


def tell_fee_open(fee: Fee) -> None:
    """Something of what a member said they would give this year is still open: asked once, and kindly."""
    tell(
        fee.party,
        _("What you give this year"),
        _(
            "Something of what you said you would give this year is still open. There is no hurry, and you stay a"
            " member whatever happens. If it no longer suits you, change it or tell us: nobody asks why."
        ),
        template=GIFT,
        page="contributions:fee",
        key=None,
    )


def tell_to_confirm(gift: Gift) -> None:
    """Somebody says they gave; whoever received it is asked. For the network, the staff see it in their list."""
    tell(
        gift.receiver,
        _("Somebody says they gave you something"),
        _("They gave you: %(what)s. Giver: %(name)s. Please say whether that is right."),
        template=GIFT,
        page="contributions:gift",
        key=gift.pk,
        what=gift.what,
        name=lambda: name_of(gift.giver),
    )


def tell_confirmed(gift: Gift) -> None:
    tell(
        gift.giver,
        _("Thank you: what you gave is confirmed"),
        _("It is now in the network's ledger: %(what)s."),
        template=GIFT,
        page="contributions:gift",
        key=gift.pk,
        what=gift.what,
    )


def tell_declined(gift: Gift) -> None:
    tell(
        gift.giver,
        _("What you wrote down was not confirmed"),
        _("What you wrote down: %(what)s. Whoever was to confirm it says: %(word)s"),
        template=GIFT,
        page="contributions:gift",
        key=gift.pk,
        what=gift.what,
        word=gift.word,
    )


def tell_pledge_due(gift: Gift) -> None:
    tell(
        gift.giver,
        _("The day you promised something for has gone by"),
        _(
            "You promised: %(what)s. If you have given it, please say so on the page."
            " If it cannot be after all, tell us: nobody will think less of you."
        ),
        template=GIFT,
        page="contributions:gift",
        key=gift.pk,
        what=gift.what,
    )


def tell_in_the_red(party: Party) -> None:
    tell(
        party,
        _("You have received more time than you gave"),
        _(
            "That is quite all right: giving and receiving belong together."
            " When it suits you, the network would gladly receive something from you too."
        ),
        template=IN_THE_RED,
        page="contributions:mine",
        key=None,
    )


def _tell_of_payment(payment: Payment, subject: "Text", text: "Text", **values: Any) -> None:
    tell(
        payment.invoice.party,
        subject,
        text,
        template=RECEIPT,
        page="contributions:invoice",
        key=payment.invoice_id,
        amount=pounds(payment.amount),
        number=payment.invoice.code,
        open=pounds(still_open(payment.invoice)),
        **values,
    )


def tell_receipt(payment: Payment) -> None:
    _tell_of_payment(
        payment,
        _("Receipt for your payment"),
        _(
            "Thank you. We have received this amount: %(amount)s. Invoice: %(number)s. What is still to pay: %(open)s."
        )
        if not payment.over
        else _(
            "Thank you. We have received this amount: %(amount)s. Invoice: %(number)s. More came than was asked, and"
            " this much is your credit: %(over)s. We use it for your next invoice, or give it back if you ask."
        ),
        over=pounds(payment.over),
    )


def tell_refund(payment: Payment) -> None:
    _tell_of_payment(
        payment,
        _("Your money is on its way back to you"),
        _("We are giving this amount back: %(amount)s. Invoice: %(number)s."),
    )


def tell_credit_used(payment: Payment) -> None:
    _tell_of_payment(
        payment,
        _("Your credit paid for an invoice"),
        _(
            "You had paid more than was asked. From that we have taken this amount: %(amount)s. Invoice: %(number)s."
            " What is still to pay: %(open)s."
        ),
    )


def tell_credit_note(refund: Refund) -> None:
    tell(
        refund.payment.invoice.party,
        _("Your money is on its way back to you"),
        _("We are giving this amount back: %(amount)s. Invoice: %(number)s. Our note of it: %(note)s."),
        template=RECEIPT,
        page="contributions:credit_note",
        key=refund.pk,
        amount=pounds(refund.amount),
        number=refund.payment.invoice.code,
        note=refund.code,
    )


def tell_invoice(invoice: Invoice) -> None:
    tell(
        invoice.party,
        _("An invoice from the network"),
        _(
            "This is the invoice for what you chose to give in money this year. Number: %(number)s. Amount: %(amount)s."
            " On its page you can read and print it, and see how to pay."
            " If you cannot pay now, tell us: nobody has to say why."
        ),
        template=RECEIPT,
        page="contributions:invoice",
        key=invoice.pk,
        number=invoice.code,
        amount=pounds(invoice.total),
    )
