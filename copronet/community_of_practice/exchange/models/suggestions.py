"""An offer suggested for a request: what each side says to it, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.community_of_practice.exchange.choices import Happened, YesNo

from .sides import Offer, Request


class Suggestion(models.Model):
    """An offer and a request that may meet. ``reasons`` are codes with values, to be said in words.

    Contact is passed on (``introduced_on``) only once both have said yes. ``closed_on`` is set when either has said
    no, or when one has not answered for a long time: nobody is told which.
    """

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="suggestions")
    request = models.ForeignKey(Request, models.PROTECT, related_name="suggestions")
    reasons = models.JSONField(default=list)
    made_on = models.DateField()
    offer_says = models.CharField(max_length=3, choices=YesNo, blank=True)
    request_says = models.CharField(max_length=3, choices=YesNo, blank=True)
    introduced_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    asked_on = models.DateField(null=True)  # on which both were asked what came of it
    # What came of it, as each side says; minutes as each remembers them.
    offer_happened = models.CharField(max_length=3, choices=Happened, blank=True)
    request_happened = models.CharField(max_length=3, choices=Happened, blank=True)
    offer_minutes = models.PositiveIntegerField(_("Time it took"), null=True)
    request_minutes = models.PositiveIntegerField(_("Time it took"), null=True)
    thanks = models.TextField(_("Thanks"), blank=True, max_length=1000)
    gift = models.OneToOneField(
        "contributions.Gift", models.PROTECT, null=True, related_name="exchange_suggestion"
    )

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        constraints = [
            models.UniqueConstraint(name="exchange_suggestion_once", fields=["offer", "request"]),
            models.CheckConstraint(
                name="exchange_introduced_by_two_yeses",
                condition=Q(introduced_on__isnull=True) | Q(offer_says="yes", request_says="yes"),
            ),
            models.CheckConstraint(
                name="exchange_happened_after_introduction",
                condition=Q(introduced_on__isnull=False) | Q(offer_happened="", request_happened=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["made_on"], name="exchange_suggestion_open", condition=Q(closed_on__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.offer} → {self.request}"

    @property
    def is_open(self) -> bool:
        """Neither said no to nor turned into an introduction."""
        return self.closed_on is None and self.introduced_on is None
