"""The ledger: double entry, made safe by its shape. Triggers in the database refuse to change it.

A movement takes an amount from one account and puts the same amount in another, so nothing can be written
that does not balance. What belongs to one deed shares an entry. A mistake stays, and is reversed.
"""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.choices import (
    OF_MEMBERS,
    OF_MONEY,
    EntryKind,
    Purpose,
    Unit,
    Why,
)


class Account(models.Model):
    """Where one unit is counted for one holder and one purpose; without a holder it is the network's own."""

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="accounts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="accounts")
    purpose = models.CharField(_("Purpose"), max_length=10, choices=Purpose)
    unit = models.CharField(_("Unit"), max_length=8, choices=Unit)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                name="contributions_account_once_a_person",
                fields=["person", "purpose", "unit"],
                condition=Q(person__isnull=False),
            ),
            models.UniqueConstraint(
                name="contributions_account_once_an_organisation",
                fields=["organisation", "purpose", "unit"],
                condition=Q(organisation__isnull=False),
            ),
            models.UniqueConstraint(
                name="contributions_account_once_in_the_network",
                fields=["purpose", "unit"],
                condition=Q(person__isnull=True, organisation__isnull=True),
            ),
            models.CheckConstraint(
                name="contributions_account_of_one_holder",
                condition=Q(person__isnull=True) | Q(organisation__isnull=True),
            ),
            models.CheckConstraint(
                name="contributions_account_purpose_fits_holder",
                condition=Q(person__isnull=True, organisation__isnull=True) & ~Q(purpose__in=OF_MEMBERS)
                | (Q(person__isnull=False) | Q(organisation__isnull=False)) & Q(purpose__in=OF_MEMBERS),
            ),
            models.CheckConstraint(
                name="contributions_account_money_in_pence",
                condition=~Q(purpose__in=OF_MONEY) | Q(unit=Unit.PENCE),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.organisation_id or ''} {self.purpose} {self.unit}"

    @property
    def holder(self) -> Person | Organisation | None:
        """Whose it is; None for the network's own."""
        return self.person or self.organisation


class Entry(models.Model):
    """One deed in the ledger: why and when it happened, and what it is about."""

    kind = models.CharField(_("What it is"), max_length=10, choices=EntryKind)
    why = models.CharField(_("Reason"), max_length=12, choices=Why, blank=True)
    happened_on = models.DateField(_("Day"))
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    gift = models.ForeignKey("contributions.Gift", models.PROTECT, null=True, related_name="entries")
    invoice = models.ForeignKey("contributions.Invoice", models.PROTECT, null=True, related_name="entries")
    payment = models.ForeignKey("contributions.Payment", models.PROTECT, null=True, related_name="entries")
    refund = models.ForeignKey("contributions.Refund", models.PROTECT, null=True, related_name="entries")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")
    # Sent with what asked for it, so that the same thing asked for twice is written once.
    key = models.UUIDField(null=True, editable=False)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        constraints = [
            models.UniqueConstraint(
                name="contributions_entry_once", fields=["key"], condition=Q(key__isnull=False)
            ),
            models.CheckConstraint(
                name="contributions_entry_reversal_says_why",
                condition=Q(kind=EntryKind.REVERSAL, reverses__isnull=False) & ~Q(why="")
                | ~Q(kind=EntryKind.REVERSAL) & Q(reverses__isnull=True, why=""),
            ),
            # A gift, an invoice or a payment is written once; its reversal comes beside it.
            models.UniqueConstraint(
                name="contributions_entry_gift_once",
                fields=["gift"],
                condition=Q(gift__isnull=False, reverses__isnull=True),
            ),
            models.UniqueConstraint(
                name="contributions_entry_invoice_once",
                fields=["invoice"],
                condition=Q(invoice__isnull=False, payment__isnull=True, reverses__isnull=True),
            ),
            models.UniqueConstraint(
                name="contributions_entry_payment_once",
                fields=["payment"],
                condition=Q(payment__isnull=False, reverses__isnull=True),
            ),
            models.UniqueConstraint(
                name="contributions_entry_refund_once",
                fields=["refund"],
                condition=Q(refund__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["happened_on"], name="contributions_entry_day")]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.kind} {self.pk}"


class Movement(models.Model):
    """An amount taken from one account and put in another."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="movements")
    from_account = models.ForeignKey(Account, models.PROTECT, related_name="out")
    to_account = models.ForeignKey(Account, models.PROTECT, related_name="into")
    amount = models.PositiveBigIntegerField(_("Amount"))
    unit = models.CharField(_("Unit"), max_length=8, choices=Unit)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        verbose_name = _("movement")
        verbose_name_plural = _("movements")
        constraints = [
            models.CheckConstraint(name="contributions_movement_of_something", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="contributions_movement_between_two", condition=~Q(from_account=F("to_account"))
            ),
        ]
        # The amount stands in the index, so that a balance is summed without reading the rows.
        indexes = [
            models.Index(fields=["from_account", "amount"], name="contributions_movement_out"),
            models.Index(fields=["to_account", "amount"], name="contributions_movement_into"),
        ]

    def __str__(self) -> str:
        return f"{self.from_account_id} → {self.to_account_id}: {self.amount} {self.unit}"
