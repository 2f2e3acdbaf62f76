"""In the background: reminders of promises and fees, and what the card provider has to be told."""

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK

from .actions.departing import remove_old_declarations
from .actions.fees import remind_of_fees
from .actions.gifts import remind_of_pledges
from .models import Payment, Refund
from .registry import card_provider

__all__ = [
    "expire_checkout",
    "forget_gift_aid",
    "refund_card",
    "refund_part",
    "remind_of_fees",
    "remind_of_pledges",
]


def forget_gift_aid() -> None:
    remove_old_declarations(actor=CLOCKWORK, today=timezone.localdate())


def expire_checkout(session: str) -> None:
    """Tell the provider that a session can no longer be paid; telling it twice does nothing more."""
    provider = card_provider()
    if provider:
        provider.expire(session=session)


def refund_card(payment: int) -> None:
    """Have the provider give a payment back; asked twice, it goes back once."""
    provider, paid = card_provider(), Payment.objects.get(pk=payment)
    if provider and paid.provider_code:
        provider.refund(payment=paid.provider_code, key=f"copronet-refund-{paid.pk}")


def refund_part(refund: int) -> None:
    """Have the provider give a part of a payment back; each part has a key of its own, and goes back once."""
    provider = card_provider()
    part = Refund.objects.select_related("payment").get(pk=refund)
    if provider and part.payment.provider_code:
        provider.refund(
            payment=part.payment.provider_code, key=f"copronet-refund-part-{part.pk}", amount=part.amount
        )
