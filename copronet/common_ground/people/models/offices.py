"""Offices, who holds them, and the powers granted: all of it data with a beginning, an end and a decision."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.registry import powers

from .organisations import Organisation
from .persons import Person


class Office(models.Model):
    """A post with a name that people know, such as Network Director."""

    code = models.SlugField(max_length=40, primary_key=True)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=100)
    name = Both()
    purpose_cy, purpose_en = pair(models.TextField, _("What it is for"))
    purpose = Both()
    place = models.PositiveSmallIntegerField(_("Place in the list"), default=100)

    class Meta:
        constraints = [one_language("name")]

    def __str__(self) -> str:
        return str(self.name)


class Holding(models.Model):
    """A person holds an office from a day until a day, by a decision."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    begins = models.DateField(_("From"))
    ends = models.DateField(_("Until"), null=True, blank=True)
    decision_cy, decision_en = pair(models.CharField, _("Decision that made it"), max_length=300)
    decision = Both()

    class Meta:
        constraints = [
            one_language("decision"),
            models.UniqueConstraint(
                name="people_holding_once_at_a_time",
                fields=["office", "person"],
                condition=Q(ends__isnull=True),
            ),
            models.CheckConstraint(
                name="people_holding_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("begins")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.person}"


class Grant(models.Model):
    """A power given to one office, person or organisation, from a day until a day, by a decision."""

    power = models.CharField(_("Power"), max_length=60)
    office = models.ForeignKey(Office, models.PROTECT, null=True, blank=True, related_name="grants")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="grants")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="grants"
    )
    begins = models.DateField(_("From"))
    ends = models.DateField(_("Until"), null=True, blank=True)
    decision_cy, decision_en = pair(models.CharField, _("Decision that made it"), max_length=300)
    decision = Both()

    class Meta:
        constraints = [
            one_language("decision"),
            models.CheckConstraint(
                name="people_grant_to_one_holder",
                condition=Q(office__isnull=False, person__isnull=True, organisation__isnull=True)
                | Q(office__isnull=True, person__isnull=False, organisation__isnull=True)
                | Q(office__isnull=True, person__isnull=True, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="people_grant_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("begins")),
            ),
        ]
        indexes = [models.Index(fields=["power"], name="people_grant_power")]

    def __str__(self) -> str:
        return f"{self.power} → {self.office or self.person or self.organisation}"

    @property
    def meaning(self) -> Any:
        """What the power lets one do; its code while the room that named it is absent."""
        named = powers().get(self.power)
        return named.meaning if named else self.power

    @property
    def holder(self) -> Office | Person | Organisation | None:
        return self.office or self.person or self.organisation
