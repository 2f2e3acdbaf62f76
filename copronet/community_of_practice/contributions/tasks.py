"""In the background: reminders of promises and fees, and what the card provider has to be told."""

from .actions.fees import remind_of_fees
from .actions.gifts import remind_of_pledges
from .models import Payment
from .registry import card_provider

__all__ = ["expire_checkout", "refund_card", "remind_of_fees", "remind_of_pledges"]


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
