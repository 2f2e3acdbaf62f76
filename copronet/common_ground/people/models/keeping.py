"""How identity was checked, and the register of data breaches."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.choices import IdentityChecked, ToldWhom

from .persons import Person

HOURS_TO_TELL = timedelta(hours=72)


class IdentityCheck(models.Model):
    """Staff made sure of who somebody is before changing how they sign in. A code only, no papers kept."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="identity_checks")
    checked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="identities_checked")
    how = models.CharField(_("How you made sure who they are"), max_length=12, choices=IdentityChecked)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.how}"


class Breach(models.Model):
    """Personal data was lost, seen or changed by somebody who should not have."""

    title_cy, title_en = pair(models.CharField, _("What happened, in a few words"), max_length=200)
    title = Both()
    description_cy, description_en = pair(
        models.TextField, _("What happened"), help_text=_("Do not name the people concerned.")
    )
    description = Both()
    found_at = models.DateTimeField(_("When it was found"))
    people_concerned = models.PositiveIntegerField(_("How many people it concerns"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-found_at"]
        constraints = [
            one_language("title"),
            models.CheckConstraint(
                name="people_breach_closed_after_found",
                condition=models.Q(closed_at__isnull=True) | models.Q(closed_at__gte=models.F("found_at")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def tell_before(self) -> datetime:
        """When the Information Commissioner must have been told of a breach that carries a risk."""
        return self.found_at + HOURS_TO_TELL


class BreachStep(models.Model):
    """Something done about a breach, and whom it told. Only ever added to."""

    breach = models.ForeignKey(Breach, models.PROTECT, related_name="steps")
    done_cy, done_en = pair(models.CharField, _("What was done"), max_length=500)
    done = Both()
    told = models.CharField(_("Who was told"), max_length=12, choices=ToldWhom, default=ToldWhom.NOBODY)
    at = models.DateTimeField(_("When"))

    class Meta:
        ordering = ["at", "id"]
        constraints = [one_language("done")]

    def __str__(self) -> str:
        return f"{self.breach_id} {self.at:%Y-%m-%d}"
