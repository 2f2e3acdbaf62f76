"""Money asked for and received: invoices, payments, card payments begun, bank statements, Gift Aid."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.contributions.choices import CheckoutState, LineState, Method

from .fees import Fee
from .parties import OfParty, one_party


class Invoice(OfParty):
    """A request for money, as it was sent. Numbers run without a gap through each year.

    The name and address are those of the day; a mistake is put right by cancelling and issuing another.
    """

    year = models.PositiveSmallIntegerField(_("Year"))
    number = models.PositiveIntegerField(_("Number in the year"))
    name = models.CharField(_("Name as then"), max_length=200)
    address = models.TextField(_("Address as then"), blank=True)
    purchase_order = models.CharField(_("Purchase order number"), max_length=60, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    issued_on = models.DateField(_("Issued on"))
    due_on = models.DateField(_("To be paid by"))
    total = models.PositiveIntegerField(_("Total, in pence"))
    cancelled_on = models.DateField(null=True, editable=False)

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        ordering = ["-year", "-number"]
        constraints = [
            one_party(),
            models.UniqueConstraint(name="contributions_invoice_number_once", fields=["year", "number"]),
            models.CheckConstraint(name="contributions_invoice_for_something", condition=Q(total__gt=0)),
            models.CheckConstraint(
                name="contributions_invoice_due_after_issue", condition=Q(due_on__gte=F("issued_on"))
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The number as it is printed and quoted: 2026-0001."""
        return f"{self.year}-{self.number:04d}"


class InvoiceLine(models.Model):
    """One line of an invoice: words in both languages, the amount without VAT, the VAT on it."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines")
    words_cy = models.CharField(max_length=200)
    words_en = models.CharField(max_length=200)
    words = Both()
    net = models.PositiveIntegerField(_("Without VAT, in pence"))
    vat = models.PositiveIntegerField(_("VAT, in pence"), default=0)
    vat_rate = models.PositiveSmallIntegerField(_("Rate of VAT, in hundredths of a percent"), default=0)
    fee = models.ForeignKey(Fee, models.PROTECT, null=True, related_name="invoice_lines")

    class Meta:
        constraints = [
            models.CheckConstraint(name="contributions_invoiceline_of_something", condition=Q(net__gt=0))
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id}: {self.words_en}"


class Payment(models.Model):
    """Money that came for an invoice. It is never changed; when it goes back, the ledger says so."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="payments")
    method = models.CharField(_("How it came"), max_length=6, choices=Method)
    amount = models.PositiveIntegerField(_("Amount, in pence"))
    # How much of it is more than was asked: that is kept as the member's credit.
    over = models.PositiveIntegerField(_("More than was asked, in pence"), default=0)
    received_on = models.DateField(_("Received on"))
    reference = models.CharField(_("Reference"), max_length=120, blank=True)
    # What the card provider calls it; the same payment told of twice is one payment.
    provider_code = models.CharField(max_length=255, null=True, editable=False)
    is_gift_aided = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["received_on", "id"]
        constraints = [
            models.CheckConstraint(name="contributions_payment_of_something", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="contributions_payment_over_is_part_of_it", condition=Q(over__lte=F("amount"))
            ),
            models.UniqueConstraint(
                name="contributions_payment_told_once",
                fields=["provider_code"],
                condition=Q(provider_code__isnull=False),
            ),
            models.CheckConstraint(
                name="contributions_payment_card_from_provider",
                condition=Q(method=Method.CARD, provider_code__isnull=False)
                | ~Q(method=Method.CARD) & Q(provider_code__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.received_on} {self.amount}"

    @property
    def towards(self) -> int:
        """Pence of it that went towards its invoice and were not given back. Reads its refunds."""
        return self.amount - self.over - sum(refund.credited for refund in self.refunds.all())

    @property
    def gift_aided(self) -> int:
        """Pence on which Gift Aid may be claimed: what stayed with the network of a declared payment."""
        return self.towards if self.is_gift_aided else 0


class Refund(models.Model):
    """A part of a payment that went back to its payer. It is never changed.

    What had gone towards the invoice is no longer asked for, with its share of the VAT: that is the credit
    note. What came from the member's credit needs none. Numbers run without a gap through each year.
    """

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="refunds")
    method = models.CharField(_("How it goes back"), max_length=6, choices=Method)
    amount = models.PositiveIntegerField(_("Amount, in pence"))
    net = models.PositiveIntegerField(_("Without VAT, in pence"))
    vat = models.PositiveIntegerField(_("VAT, in pence"))
    from_credit = models.PositiveIntegerField(_("From credit, in pence"))
    year = models.PositiveSmallIntegerField(_("Year"))
    number = models.PositiveIntegerField(_("Number in the year"))
    given_on = models.DateField(_("Given back on"))
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("part of a payment given back")
        verbose_name_plural = _("parts of payments given back")
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(name="contributions_refund_number_once", fields=["year", "number"]),
            models.CheckConstraint(
                name="contributions_refund_adds_up",
                condition=Q(amount__gt=0, amount=F("net") + F("vat") + F("from_credit")),
            ),
            models.CheckConstraint(name="contributions_refund_is_money", condition=~Q(method=Method.CREDIT)),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The number as it is printed and quoted: C2026-0001."""
        return f"C{self.year}-{self.number:04d}"

    @property
    def credited(self) -> int:
        """Pence by which the invoice asks for less."""
        return self.net + self.vat


class Checkout(models.Model):
    """A card payment begun at the provider's. An invoice has one that is open at a time."""

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="checkouts")
    provider_code = models.CharField(max_length=255, unique=True)
    address = models.URLField(max_length=2000)
    amount = models.PositiveIntegerField()
    state = models.CharField(max_length=7, choices=CheckoutState, default=CheckoutState.OPEN)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="contributions_checkout_one_open",
                fields=["invoice"],
                condition=Q(state=CheckoutState.OPEN),
            )
        ]

    def __str__(self) -> str:
        return self.provider_code


class BankLine(models.Model):
    """One amount that came in, read from a bank statement. Its fingerprint keeps it from being read twice."""

    fingerprint = models.CharField(max_length=64, unique=True)
    paid_on = models.DateField(_("Day"))
    amount = models.PositiveIntegerField(_("Amount, in pence"))
    words = models.CharField(_("What the bank says"), max_length=300)
    state = models.CharField(max_length=9, choices=LineState, default=LineState.WAITING)
    payment = models.OneToOneField(Payment, models.PROTECT, null=True, related_name="bank_line")

    class Meta:
        verbose_name = _("line of a bank statement")
        verbose_name_plural = _("lines of bank statements")
        ordering = ["paid_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="contributions_bankline_matched_has_payment",
                condition=Q(state=LineState.MATCHED, payment__isnull=False)
                | ~Q(state=LineState.MATCHED) & Q(payment__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.paid_on} {self.amount}"


class GiftAidDeclaration(models.Model):
    """A taxpayer lets the network claim Gift Aid on what they give, from a day on, until they say otherwise.

    The name and home address stand as declared while the law may ask for them (`actions.departing.GIFT_AID_KEPT`).
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="gift_aid_declarations")
    name = models.CharField(_("Full name"), max_length=200)
    address = models.TextField(_("Home address"))
    begins = models.DateField(_("From"))
    ends = models.DateField(_("Until"), null=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("Gift Aid declaration")
        verbose_name_plural = _("Gift Aid declarations")
        constraints = [
            models.UniqueConstraint(
                name="contributions_giftaid_one_at_a_time", fields=["person"], condition=Q(ends__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.begins}"
