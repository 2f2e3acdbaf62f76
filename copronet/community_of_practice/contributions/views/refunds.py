"""Giving money back, whole or in parts, its credit notes, and using a member's credit."""

from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView
from copronet.community_of_practice.contributions.actions.refunds import (
    give_back,
    give_back_part,
    use_credit,
)
from copronet.community_of_practice.contributions.forms.money import GiveBackForm, GivePartBackForm
from copronet.community_of_practice.contributions.models import Invoice, Payment, Refund
from copronet.community_of_practice.contributions.queries import can_go_back, pounds

from .guarded import Hidden
from .money import OneInvoice


class OnePayment(DeedView):
    permission = "contributions.settle_invoice"

    @cached_property
    def payment(self) -> Payment:
        payments = Payment.objects.select_related("invoice__person", "invoice__organisation")
        return get_object_or_404(payments.prefetch_related("refunds"), pk=self.kwargs["pk"])

    def subject(self) -> Invoice:
        return self.payment.invoice

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = f"{self.payment.invoice.code}: {self.payment.invoice.name}"
        return super().get_context_data(**{"about": about} | kwargs)

    def get_success_url(self) -> str:
        return reverse("contributions:invoice", args=[self.payment.invoice_id])


class GiveBackView(OnePayment):
    form_class = GiveBackForm
    title = _("Take a payment back out of the books")
    lead = _("Where the money is given back, the payer is told; a card payment goes back to the card.")
    button = _("Take it back out")
    stops = True
    done = _("The payment is taken back out of the books.")

    def do(self, form: GiveBackForm) -> None:
        give_back(actor=self.actor, payment=self.payment, why=form.cleaned_data["why"])


class GivePartBackView(OnePayment):
    """So much of a payment, up to what is left of it."""

    form_class = GivePartBackForm
    title = _("Give back a part of a payment")
    lead = _(
        "What you give back is no longer asked for. The payer is told, and finds a credit note on its own page."
    )
    button = _("Give it back")
    stops = True
    done = _("It is given back, and the payer is told.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"payment": self.payment}

    def do(self, form: GivePartBackForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("amount", "method", "given_on")}
        give_back_part(actor=self.actor, payment=self.payment, key=form.deed_key, **said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        left = _("can still be given back:")
        about = f"{self.payment.invoice.code}: {self.payment.invoice.name}, {left} {pounds(can_go_back(self.payment))}"
        return super().get_context_data(about=about, **kwargs)


class UseCreditView(OneInvoice, ButtonView):
    """The member, or the staff for them, pays with what was paid too much before."""

    permission = "contributions.use_credit"
    done = _("The credit is used, and a letter says so.")

    def do(self) -> None:
        use_credit(actor=self.actor, invoice=self.invoice)


class CreditNoteView(Hidden, TemplateView):
    """What was given back, to read and to print."""

    template_name = "contributions/credit_note.html"
    permission = "contributions.see_invoice"

    @cached_property
    def refund(self) -> Refund:
        parties = ("payment__invoice__person", "payment__invoice__organisation")
        return get_object_or_404(Refund.objects.select_related(*parties), pk=self.kwargs["pk"])

    def subject(self) -> Invoice:
        return self.refund.payment.invoice

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            refund=self.refund, invoice=self.refund.payment.invoice, network=settings.NETWORK_NAME, **kwargs
        )
