"""Invoices, payments and bank statements."""

from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.community_of_practice.contributions.actions.bank import (
    keep_bank_lines,
    match_line,
    set_line_aside,
)
from copronet.community_of_practice.contributions.actions.money import (
    cancel_invoice,
    issue_invoice,
    record_payment,
)
from copronet.community_of_practice.contributions.exports import FORMATS
from copronet.community_of_practice.contributions.forms.money import (
    CancelForm,
    InvoiceForm,
    PaymentForm,
    StatementForm,
)
from copronet.community_of_practice.contributions.models import BankLine, Fee, Invoice
from copronet.community_of_practice.contributions.queries import (
    acting_for,
    credit_of,
    invoices,
    members_in_credit,
    party_as_addressed,
    proposals_for,
    standing_payments,
    stands_for,
    waiting_lines,
)
from copronet.community_of_practice.contributions.registry import card_provider

from .guarded import Hidden

A_PAGE = 50


class InvoicesView(Guarded, ListView):
    template_name = "contributions/invoices.html"
    permission = "contributions.keep_books"
    paginate_by = A_PAGE
    context_object_name = "invoices"

    def get_queryset(self) -> Any:
        return invoices()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(in_credit=members_in_credit(), formats=FORMATS, **kwargs)


class OneInvoice(Hidden):
    permission = "contributions.keep_books"

    @cached_property
    def invoice(self) -> Any:
        return get_object_or_404(invoices(), pk=self.kwargs["pk"])

    def subject(self) -> Any:
        return self.invoice

    @property
    def actor(self) -> Actor:
        party = self.invoice.party
        return acting_for(self.me, party) if stands_for(self.me, party) else super().actor

    def get_success_url(self) -> str:
        return reverse("contributions:invoice", args=[self.invoice.pk])


class InvoiceView(OneInvoice, TemplateView):
    """An invoice as it was sent, to read and to print, with what has been paid for it."""

    template_name = "contributions/invoice.html"
    permission = "contributions.see_invoice"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invoice = self.invoice
        stand = set(standing_payments().filter(invoice=invoice).values_list("pk", flat=True))
        return super().get_context_data(
            invoice=invoice,
            lines=list(invoice.lines.all()),
            payments=[
                (payment, payment.pk in stand) for payment in invoice.payments.prefetch_related("refunds")
            ],
            credit=credit_of(invoice.party),
            may_use_credit=self.me.has_perm("contributions.use_credit", invoice),
            network=settings.NETWORK_NAME,
            bank_account=settings.BANK_ACCOUNT,
            keeps=self.me.has_perm("contributions.keep_books"),
            settles=self.me.has_perm("contributions.settle_invoice", invoice),
            may_pay=bool(
                invoice.left and card_provider() and self.me.has_perm("contributions.pay_invoice", invoice)
            ),
            came_back="back" in self.request.GET,
            **kwargs,
        )


class IssueInvoiceView(DeedView):
    permission = "contributions.keep_books"
    form_class = InvoiceForm
    title = _("Issue an invoice")
    lead = _("It gets the next number, and whoever it is for is written to.")
    button = _("Issue it")
    done = _("The invoice is issued.")
    invoice: Invoice | None = None

    @cached_property
    def fee(self) -> Fee:
        fees = Fee.objects.select_related("person", "organisation", "band")
        return get_object_or_404(fees, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        name, address = party_as_addressed(self.fee.party)
        return {"name": name, "address": address}

    def do(self, form: InvoiceForm) -> None:
        said = {name: form.cleaned_data[name] for name in ("name", "address", "purchase_order")}
        self.invoice = issue_invoice(actor=self.actor, fee=self.fee, key=form.deed_key, **said)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.fee.party_name, **kwargs)

    def get_success_url(self) -> str:
        if self.invoice is None:
            return reverse("contributions:fees")
        return reverse("contributions:invoice", args=[self.invoice.pk])


class InvoiceDeedView(OneInvoice, DeedView):
    permission = "contributions.settle_invoice"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=f"{self.invoice.code}: {self.invoice.name}", **kwargs)


class RecordPaymentView(InvoiceDeedView):
    form_class = PaymentForm
    title = _("Write down a payment")
    lead = _("For money that came by bank transfer, by cheque or in cash.")
    button = _("Write it down")
    done = _("The payment is written down, and a receipt is on its way.")

    def get_initial(self) -> dict[str, Any]:
        return {"amount": self.invoice.left}

    def do(self, form: PaymentForm) -> None:
        names = ("method", "amount", "received_on", "reference", "keeps_the_rest")
        said = {name: form.cleaned_data[name] for name in names}
        record_payment(actor=self.actor, invoice=self.invoice, key=form.deed_key, **said)


class CancelInvoiceView(InvoiceDeedView):
    form_class = CancelForm
    title = _("Cancel an invoice")
    lead = _("Its number stays used, and what was written stays with its opposite beside it.")
    button = _("Cancel the invoice")
    stops = True
    done = _("The invoice is cancelled.")

    def do(self, form: CancelForm) -> None:
        cancel_invoice(actor=self.actor, invoice=self.invoice, why=form.cleaned_data["why"])


class BankView(DeedView):
    """Send a statement; then its lines, each with the invoices it may be for."""

    template_name = "contributions/bank.html"
    permission = "contributions.keep_books"
    form_class = StatementForm
    success_url = reverse_lazy("contributions:bank")

    def do(self, form: StatementForm) -> None:
        new = keep_bank_lines(actor=self.actor, lines=form.lines)
        words = _gettext("Lines read: %(all)d. New ones: %(new)d.")
        self.done = words % {"all": len(form.lines), "new": new}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = list(waiting_lines()[:A_PAGE])
        return super().get_context_data(lines=proposals_for(lines), waiting=waiting_lines().count(), **kwargs)


class OneLine(ButtonView):
    permission = "contributions.keep_books"

    @cached_property
    def line(self) -> BankLine:
        return get_object_or_404(BankLine, pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        return reverse("contributions:bank")


class MatchLineView(OneLine):
    done = _("The payment is written down, and a receipt is on its way.")

    def do(self) -> None:
        key = self.request.POST.get("invoice", "")
        invoice = get_object_or_404(Invoice, pk=key if key.isdecimal() and len(key) < 18 else 0)
        match_line(actor=self.actor, line=self.line, invoice=invoice)


class SetAsideView(OneLine):
    done = _("The line is set aside.")

    def do(self) -> None:
        set_line_aside(actor=self.actor, line=self.line)
