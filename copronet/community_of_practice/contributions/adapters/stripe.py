"""Charging cards through Stripe: its own payment page, and a signed call to our door when it is paid."""

from typing import Any

import stripe
from django.conf import settings

from copronet.community_of_practice.contributions.registry import (
    CardEvent,
    CardProvider,
    Forged,
    ProviderSilent,
    Session,
)

stripe.enable_telemetry = False
LASTS = 15  # seconds until we stop waiting for an answer


class StripeProvider(CardProvider):
    """The card is asked for on Stripe's page; no card number ever reaches this site."""

    def __init__(self, *, secret_key: str, webhook_secret: str, address: str = "") -> None:
        places: Any = {"api": address} if address else {}
        self.client = stripe.StripeClient(
            secret_key,
            base_addresses=places,
            http_client=stripe.RequestsClient(timeout=LASTS),
            max_network_retries=2,
        )
        self.webhook_secret = webhook_secret

    def begin(self, *, key: str, amount: int, words: str, back: str, language: str) -> Session:
        """One line with the amount. Stripe's page does not speak Welsh: it follows the payer's browser then."""
        price: Any = {"currency": "gbp", "unit_amount": amount, "product_data": {"name": words}}
        asked: Any = {
            "mode": "payment",
            "client_reference_id": key,
            "line_items": [{"quantity": 1, "price_data": price}],
            "locale": "en" if language == "en" else "auto",
            "success_url": back,
            "cancel_url": back,
        }
        try:
            session = self.client.v1.checkout.sessions.create(asked, {"idempotency_key": key})
        except stripe.StripeError as slip:
            raise ProviderSilent from slip
        return Session(code=session.id, address=session.url or back)

    def expire(self, *, session: str) -> None:
        try:
            self.client.v1.checkout.sessions.expire(session)
        except stripe.InvalidRequestError:
            return  # paid or closed already
        except stripe.StripeError as slip:
            raise ProviderSilent from slip

    def refund(self, *, payment: str, key: str, amount: int | None = None) -> None:
        asked: Any = {"payment_intent": payment} | ({"amount": amount} if amount is not None else {})
        try:
            self.client.v1.refunds.create(asked, {"idempotency_key": key})
        except stripe.InvalidRequestError as slip:
            if slip.code != "charge_already_refunded":
                raise ProviderSilent from slip
        except stripe.StripeError as slip:
            raise ProviderSilent from slip

    def read(self, *, body: bytes, signature: str) -> CardEvent | None:
        try:
            event = self.client.construct_event(body, signature, self.webhook_secret)
        except (ValueError, stripe.SignatureVerificationError) as slip:
            raise Forged from slip
        session: Any = event.data.object
        if event.type in ("checkout.session.completed", "checkout.session.async_payment_succeeded"):
            if session.payment_status != "paid":
                return None  # it will be told of again once the money has come
            return CardEvent(
                session.id, is_paid=True, payment=session.payment_intent, amount=session.amount_total
            )
        if event.type in ("checkout.session.expired", "checkout.session.async_payment_failed"):
            return CardEvent(session.id, is_paid=False)
        return None


def configured() -> CardProvider | None:
    """The provider that the operator has named, or none."""
    if settings.CARD_PROVIDER != "stripe":
        return None
    return StripeProvider(
        secret_key=settings.CARD_SECRET_KEY,
        webhook_secret=settings.CARD_WEBHOOK_SECRET,
        address=settings.CARD_ADDRESS,
    )
