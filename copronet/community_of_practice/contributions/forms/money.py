"""Invoices, payments, Gift Aid, and reading a bank statement."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.journal.forms import OnceForm
from copronet.common_ground.people.forms.fields import DayField
from copronet.community_of_practice.contributions.choices import BY_HAND, EntryKind, Method, Unit, Why
from copronet.community_of_practice.contributions.imports import LARGEST, NotAStatement, read_statement
from copronet.community_of_practice.contributions.models import Payment

from .fields import MoneyField

WHYS_OF_PAYMENTS = (Why.REFUNDED, Why.BOUNCED, Why.WRONG_PARTY, Why.WRONG_AMOUNT, Why.TWICE)
WHYS_OF_INVOICES = (Why.CANCELLED, Why.WRONG_PARTY, Why.WRONG_AMOUNT, Why.TWICE)


class InvoiceForm(OnceForm):
    """Whom an invoice is addressed to, and the number that a public body asks for."""

    name = forms.CharField(label=_("Name on the invoice"), max_length=200)
    address = forms.CharField(label=_("Address"), required=False, widget=forms.Textarea({"rows": 4}))
    purchase_order = forms.CharField(
        label=_("Purchase order number"),
        required=False,
        max_length=60,
        help_text=_("Where the payer asks for one."),
    )


class PaymentForm(OnceForm):
    method = forms.ChoiceField(
        label=_("How did it come?"), choices=BY_HAND, widget=forms.RadioSelect, initial="bank"
    )
    amount = MoneyField(label=_("How much?"))
    received_on = DateField(label=_("On which day?"), initial=timezone.localdate)
    reference = forms.CharField(
        label=_("Reference"), required=False, max_length=120, help_text=_("Such as the number of the cheque.")
    )

    keeps_the_rest = forms.BooleanField(
        label=_("More came than was asked: keep the rest as credit"),
        required=False,
        help_text=_("It is used for the member's next invoice, or given back."),
    )

    def clean_received_on(self) -> Any:
        day = self.cleaned_data["received_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


class GiveBackForm(forms.Form):
    why = forms.ChoiceField(
        label=_("Why?"),
        choices=[(why.value, why.label) for why in WHYS_OF_PAYMENTS],
        widget=forms.RadioSelect,
    )


class GivePartBackForm(OnceForm):
    """How much of a payment goes back, how, and when. To a card only what came from one."""

    amount = MoneyField(label=_("How much?"))
    method = forms.ChoiceField(label=_("How does it go back?"), choices=BY_HAND, widget=forms.RadioSelect)
    given_on = DateField(label=_("On which day?"), initial=timezone.localdate)

    def __init__(self, *args: Any, payment: Payment, **options: Any) -> None:
        super().__init__(*args, **options)
        if payment.method == Method.CARD:
            card = (Method.CARD.value, _("To the card it came from"))
            self.fields["method"].choices = [card, *BY_HAND]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["method"].initial = payment.method


class CancelForm(forms.Form):
    why = forms.ChoiceField(
        label=_("Why?"),
        choices=[(why.value, why.label) for why in WHYS_OF_INVOICES],
        widget=forms.RadioSelect,
    )


class GiftAidForm(OnceForm):
    """A declaration in the words that the tax office asks for."""

    name = forms.CharField(label=_("Full name"), max_length=200)
    address = forms.CharField(label=_("Home address with postcode"), widget=forms.Textarea({"rows": 4}))
    agrees = forms.BooleanField(
        label=_(
            "I am a UK taxpayer. I understand that if I pay less Income Tax or Capital Gains Tax in a tax year than"
            " the Gift Aid claimed on all my gifts, it is my responsibility to pay the difference."
        )
    )


class StatementForm(forms.Form):
    """A bank statement as a table; its lines come back as ``lines``."""

    file = forms.FileField(
        label=_("The statement, as CSV"), help_text=_("Your bank's site offers it under export or download.")
    )

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        try:
            self.lines = read_statement(sent.read(LARGEST + 1))
        except NotAStatement as slip:
            raise forms.ValidationError(str(slip)) from slip
        return sent


class LedgerForm(forms.Form):
    """What to look for in the ledger."""

    unit = forms.ChoiceField(
        label=_("What is counted"), required=False, choices=[("", _("Everything")), *Unit.choices]
    )
    kind = forms.ChoiceField(
        label=_("What it is"), required=False, choices=[("", _("Everything")), *EntryKind.choices]
    )
    begins = DayField(label=_("From"), required=False)
    ends = DayField(label=_("Before"), required=False)
    says_what_is_optional = False
