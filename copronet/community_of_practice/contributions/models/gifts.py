"""What one member gives to the network, or to another member: promised, given, confirmed."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.choices import GiftKind, GiftState

IN_KIND = [kind for kind in GiftKind.values if kind not in (GiftKind.TIME, GiftKind.MONEY)]


class Gift(models.Model):
    """Time, a thing or money that somebody gives. Time has minutes and never a value in money.

    Without a receiver it is for the network. ``day`` is the day it was given on, or is promised for.
    """

    giver_person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="gifts")
    giver_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="gifts")
    receiver_person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="gifts_received")
    receiver_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="gifts_received"
    )
    kind = models.CharField(_("What kind of gift"), max_length=10, choices=GiftKind)
    minutes = models.PositiveIntegerField(_("Minutes"), null=True)
    value = models.PositiveIntegerField(_("Value, in pence"), null=True)
    counts_as_match = models.BooleanField(_("Counts as match funding"), default=False)
    what = models.CharField(_("What it is"), max_length=200)
    language = models.CharField(max_length=2, choices=Language)
    day = models.DateField(_("Day"))
    # Where it is given towards a fee.
    fee_part = models.ForeignKey(
        "contributions.FeePart", models.SET_NULL, null=True, blank=True, related_name="gifts"
    )
    state = models.CharField(_("State"), max_length=9, choices=GiftState, default=GiftState.PLEDGED)
    word = models.CharField(_("A word about it"), max_length=300, blank=True)
    said_at = models.DateTimeField(default=timezone.now, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("gift")
        verbose_name_plural = _("gifts")
        constraints = [
            models.CheckConstraint(
                name="contributions_gift_one_giver",
                condition=Q(giver_person__isnull=False, giver_organisation__isnull=True)
                | Q(giver_person__isnull=True, giver_organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="contributions_gift_one_receiver",
                condition=Q(receiver_person__isnull=True) | Q(receiver_organisation__isnull=True),
            ),
            models.CheckConstraint(
                name="contributions_gift_not_to_oneself",
                condition=(
                    Q(receiver_person__isnull=True)
                    | Q(giver_person__isnull=True)
                    | ~Q(receiver_person=F("giver_person"))
                )
                & (
                    Q(receiver_organisation__isnull=True)
                    | Q(giver_organisation__isnull=True)
                    | ~Q(receiver_organisation=F("giver_organisation"))
                ),
            ),
            models.CheckConstraint(
                name="contributions_gift_time_without_price",
                condition=Q(kind=GiftKind.TIME, minutes__gt=0, value__isnull=True)
                | ~Q(kind=GiftKind.TIME) & Q(minutes__isnull=True),
            ),
            models.CheckConstraint(
                name="contributions_gift_value_of_something", condition=Q(value__isnull=True) | Q(value__gt=0)
            ),
            models.CheckConstraint(
                name="contributions_gift_money_for_the_network",
                condition=~Q(kind=GiftKind.MONEY)
                | Q(value__isnull=False, receiver_person__isnull=True, receiver_organisation__isnull=True),
            ),
            models.CheckConstraint(
                name="contributions_gift_match_has_value",
                condition=Q(counts_as_match=False)
                | Q(value__isnull=False, receiver_person__isnull=True, receiver_organisation__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "day"], name="contributions_gift_waiting"),
            models.Index(
                fields=["state", "value"], name="contributions_gift_match", condition=Q(counts_as_match=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.what}"

    @property
    def giver(self) -> Person | Organisation:
        return self.giver_person or self.giver_organisation  # type: ignore[return-value]  # one of them, by constraint

    @property
    def receiver(self) -> Person | Organisation | None:
        """Who receives it; None for the network."""
        return self.receiver_person or self.receiver_organisation
