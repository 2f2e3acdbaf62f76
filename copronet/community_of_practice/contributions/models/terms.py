"""What the network settles about giving: time credits, and how much the funder's match is to be."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models import Organisation
from copronet.community_of_practice.contributions.choices import GivenBy


class TimeCredits(models.Model):
    """Whether hours received are counted against hours given, from a day on. The newest row holds.

    Rows are added, never changed, so that it can be read what held when.
    """

    can_be_spent = models.BooleanField(_("Time credits can be spent"), default=False)
    letter_at = models.PositiveIntegerField(
        _("Write a friendly letter when somebody is this far below nought, in minutes")
    )
    limit = models.PositiveIntegerField(
        _("Nobody goes further below nought than this, in minutes"), null=True
    )
    begins = models.DateField(_("From"), default=timezone.localdate)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("time credits")
        verbose_name_plural = _("time credits")
        constraints = [
            models.CheckConstraint(
                name="contributions_timecredits_letter_before_limit",
                condition=models.Q(limit__isnull=True) | models.Q(letter_at__lt=models.F("limit")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.begins} {self.can_be_spent}"


class RedLetter(models.Model):
    """Somebody was written to because they had received more than they gave; once, until they are out of it."""

    account = models.ForeignKey("contributions.Account", models.PROTECT, related_name="red_letters")
    sent_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="contributions_redletter_once",
                fields=["account"],
                condition=models.Q(ended_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.sent_at:%Y-%m-%d}"


class MatchTarget(models.Model):
    """How much in kind somebody has promised the funder over the whole plan, and where that is written."""

    given_by = models.CharField(_("From whom"), max_length=8, choices=GivenBy, unique=True)
    value = models.PositiveIntegerField(_("Amount, in pence"))
    # Which organisation hosts the network; its gifts count as the host's, all others as the members'.
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="match_targets",
        verbose_name=_("Which organisation"),
    )
    source_cy, source_en = pair(models.CharField, _("Where this is written"), max_length=200)
    source = Both()

    class Meta:
        verbose_name = _("match target")
        verbose_name_plural = _("match targets")
        constraints = [one_language("source")]

    def __str__(self) -> str:
        return str(self.get_given_by_display())
