"""When a member counts as active: a rule the members set, and the deed that met it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.languages.models import Both, one_language, pair

from .memberships import Membership


class ActiveRule(models.Model):
    """From a day on: one of these deeds within so many months makes a member active. Never changed, replaced."""

    number = models.PositiveSmallIntegerField(unique=True)
    months = models.PositiveSmallIntegerField(_("Within how many months"))
    verbs = models.JSONField(_("Deeds that count"))  # codes of the journal
    begins = models.DateField(_("From"))
    decision_cy, decision_en = pair(models.CharField, _("Decision that made it"), max_length=300)
    decision = Both()

    class Meta:
        constraints = [
            one_language("decision"),
            models.CheckConstraint(name="members_activerule_some_months", condition=models.Q(months__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Qualification(models.Model):
    """A deed that made a member active, and until when, under which rule. Kept, so that a count can be checked."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="qualifications")
    rule = models.ForeignKey(ActiveRule, models.PROTECT, related_name="qualifications")
    deed = models.ForeignKey(Deed, models.PROTECT, related_name="+")
    begins = models.DateField()
    ends = models.DateField()  # the first day on which it no longer counts

    class Meta:
        constraints = [
            models.UniqueConstraint(name="members_qualification_once", fields=["membership", "rule", "deed"]),
            models.CheckConstraint(
                name="members_qualification_ends_after_it_begins",
                condition=models.Q(ends__gt=models.F("begins")),
            ),
        ]
        indexes = [models.Index(fields=["begins", "ends"], name="members_qualification_on")]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.deed_id}"
