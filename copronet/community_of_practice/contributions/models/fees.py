"""The sliding scale: the bands the network sets, and what each member gives for a year, in any mix."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.community_of_practice.contributions.choices import ForWhom, PartKind, Vat

from .parties import OfParty, one_party


class Band(models.Model):
    """One step of the sliding scale: what is suggested for a year, in money and the same in hours.

    Both stand beside each other because either settles the fee; neither is the price of the other.
    """

    name_cy, name_en = pair(models.CharField, _("Name"), max_length=120)
    name = Both()
    about_cy, about_en = pair(models.TextField, _("Whom it is for"))
    about = Both()
    for_whom = models.CharField(_("Who may choose it"), max_length=13, choices=ForWhom)
    suggested_pence = models.PositiveIntegerField(_("Suggested, in pence"))
    lowest_pence = models.PositiveIntegerField(_("Lowest, in pence"))
    suggested_minutes = models.PositiveIntegerField(_("Suggested, in minutes"))
    lowest_minutes = models.PositiveIntegerField(_("Lowest, in minutes"))
    vat = models.CharField(_("VAT"), max_length=8, choices=Vat, default=Vat.OUTSIDE)
    vat_rate = models.PositiveSmallIntegerField(_("Rate of VAT, in hundredths of a percent"), default=0)
    gift_aid = models.BooleanField(_("Gift Aid may be claimed"), default=False)
    place = models.PositiveSmallIntegerField(_("Place in the list"), default=100)
    begins = models.DateField(_("From"))
    ends = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        verbose_name = _("band")
        verbose_name_plural = _("bands")
        ordering = ["place", "id"]
        constraints = [
            one_language("name"),
            models.CheckConstraint(
                name="contributions_band_lowest_below_suggested",
                condition=Q(
                    lowest_pence__lte=F("suggested_pence"), lowest_minutes__lte=F("suggested_minutes")
                ),
                violation_error_message=_("The lowest amount cannot be more than the suggested one."),
            ),
            models.CheckConstraint(
                name="contributions_band_rate_with_vat",
                condition=Q(vat=Vat.STANDARD, vat_rate__gt=0) | ~Q(vat=Vat.STANDARD) & Q(vat_rate=0),
                violation_error_message=_("Give the rate where VAT is added, and only there."),
            ),
            models.CheckConstraint(
                name="contributions_band_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=F("begins")),
                violation_error_message=_("It cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Fee(OfParty):
    """What a member has said they give for one year. A waived fee asks for nothing, and for no reason."""

    band = models.ForeignKey(Band, models.PROTECT, null=True, related_name="fees")
    begins = models.DateField(_("From"))
    ends = models.DateField(_("Until"))  # the first day after it
    waived = models.BooleanField(_("Waived"), default=False)
    agreed_at = models.DateTimeField(default=timezone.now, editable=False)
    reminded_on = models.DateField(null=True, editable=False)  # that something of it is still open

    class Meta:
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        constraints = [
            one_party(),
            models.UniqueConstraint(
                name="contributions_fee_once_a_person_and_year",
                fields=["person", "begins"],
                condition=Q(person__isnull=False),
            ),
            models.UniqueConstraint(
                name="contributions_fee_once_an_organisation_and_year",
                fields=["organisation", "begins"],
                condition=Q(organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="contributions_fee_ends_after_it_begins", condition=Q(ends__gt=F("begins"))
            ),
            models.CheckConstraint(
                name="contributions_fee_band_unless_waived", condition=Q(waived=True) | Q(band__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} {self.begins:%Y}"


class FeePart(models.Model):
    """One part of a fee: so much money, so many minutes, or something else that covers a share of it."""

    fee = models.ForeignKey(Fee, models.CASCADE, related_name="parts")
    kind = models.CharField(_("In what"), max_length=7, choices=PartKind)
    pence = models.PositiveIntegerField(_("Amount, in pence"), null=True)
    minutes = models.PositiveIntegerField(_("Minutes"), null=True)
    share = models.PositiveSmallIntegerField(_("Share of the fee, in percent"), null=True)
    words = models.CharField(_("What it is"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("part of a fee")
        verbose_name_plural = _("parts of a fee")
        constraints = [
            models.UniqueConstraint(name="contributions_feepart_one_of_each", fields=["fee", "kind"]),
            models.CheckConstraint(
                name="contributions_feepart_of_its_kind",
                condition=Q(kind=PartKind.MONEY, pence__gt=0, minutes__isnull=True, share__isnull=True)
                | Q(kind=PartKind.TIME, minutes__gt=0, pence__isnull=True, share__isnull=True)
                | Q(
                    kind=PartKind.IN_KIND,
                    share__gt=0,
                    share__lte=100,
                    pence__isnull=True,
                    minutes__isnull=True,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fee_id} {self.kind}"
