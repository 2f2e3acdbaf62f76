"""Paying by card: on to the provider's own page, and the door at which the provider tells what was paid."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused
from copronet.community_of_practice.contributions.actions.money import (
    close_checkout,
    note_checkout,
    take_card_payment,
)
from copronet.community_of_practice.contributions.choices import CheckoutState
from copronet.community_of_practice.contributions.registry import (
    CardProvider,
    Forged,
    ProviderSilent,
    Session,
    card_provider,
)

from .money import OneInvoice

LARGEST_CALL = 256 * 1024  # bytes that a provider's call may have


class PayByCardView(OneInvoice):
    """Begin to pay. A page that moves on by itself leads to the provider: a form may not."""

    http_method_names = ["post"]
    permission = "contributions.pay_invoice"

    def post(self, request: HttpRequest, *_args: object, **_kwargs: object) -> HttpResponse:
        provider = card_provider()
        if provider is None:
            raise Http404
        try:
            address = self._address(provider)
        except ProviderSilent:
            messages.error(
                request, _("The card provider does not answer. Nothing was charged. Try again later.")
            )
        except ActionRefused as refusal:
            messages.error(request, str(refusal))
        else:
            return render(request, "contributions/leaving.html", {"address": address})
        return redirect(self.get_success_url())

    def _address(self, provider: CardProvider) -> str:
        """Where the card is asked for. A payment begun and still open is gone on with, not begun again."""
        invoice = self.invoice
        if not invoice.left:
            raise ActionRefused(_("This invoice has been paid already. Nothing is taken twice."))
        known = invoice.checkouts.filter(state=CheckoutState.OPEN, amount=invoice.left).first()
        if known is not None:
            return str(known.address)
        session = self._session(provider)
        checkout = note_checkout(
            actor=self.actor, invoice=invoice, code=session.code, address=session.address, amount=invoice.left
        )
        return checkout.address

    def _session(self, provider: CardProvider) -> Session:
        invoice = self.invoice
        closed = invoice.checkouts.exclude(state=CheckoutState.OPEN).count()
        return provider.begin(
            # The same for two clicks at once: the provider begins one payment.
            key=f"copronet-invoice-{invoice.pk}-{invoice.left}-{closed}",
            amount=invoice.left,
            words=_("Invoice %(number)s") % {"number": invoice.code},
            back=self.request.build_absolute_uri(self.get_success_url() + "?back=1"),
            language=get_language() or "en",
        )


@method_decorator(csrf_exempt, name="dispatch")
class ToldView(View):
    """The provider's door: signed calls that say what was paid. The same call again changes nothing."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        provider = card_provider()
        if provider is None:
            raise Http404
        if int(request.headers.get("Content-Length") or 0) > LARGEST_CALL:
            return HttpResponse(status=413)
        try:
            event = provider.read(body=request.body, signature=request.headers.get("Stripe-Signature", ""))
        except Forged:
            return HttpResponse(status=400)
        if event is not None and event.is_paid:
            take_card_payment(
                actor=CLOCKWORK, session=event.session, payment=event.payment, amount=event.amount
            )
        elif event is not None:
            close_checkout(actor=CLOCKWORK, session=event.session)
        return HttpResponse(status=204)
