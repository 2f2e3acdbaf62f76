"""Whoever holds assets is asked once a year whether they are still right; readers say what looks out of date."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.assets.choices import Answer

from .assets import Asset


class Asking(models.Model):
    """Once, a holder was asked about all their entries that are due; who else was asked when nobody answered.

    Its holder is a person or an organisation; without either it is whoever looks after something of a place.
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()
    reminded_on = models.DateField(null=True)
    passed_on = models.DateField(null=True)  # on which another contact was asked
    handed_on = models.DateField(null=True)  # on which it became a task for a person
    settled_on = models.DateField(null=True)  # every question is answered, or there is nobody left to ask

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assets_asking_of_one_holder",
                condition=Q(person__isnull=True) | Q(organisation__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_on"], name="assets_asking_open", condition=Q(settled_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.asked_on}"


class Question(models.Model):
    """One asset of an asking, and what was answered. Only one question about an asset is open at a time.

    Where it was said to need changing it stays a task until the entry is changed, checked or withdrawn.
    """

    asking = models.ForeignKey(Asking, models.PROTECT, related_name="questions")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()  # in the letter, from 1
    answer = models.CharField(max_length=9, choices=Answer, blank=True)
    # What was written in place of an answer that a machine understands: somebody reads it.
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, choices=Language, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    done_on = models.DateField(null=True)  # on which somebody put right what was said to need changing

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="assets_question_number_once", fields=["asking", "number"]),
            models.UniqueConstraint(
                name="assets_question_one_open", fields=["asset"], condition=Q(answered_at__isnull=True)
            ),
            models.CheckConstraint(
                name="assets_question_answered_at_a_time",
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["answered_at"],
                name="assets_question_to_change",
                condition=Q(answer="changed", done_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asking_id}.{self.number} {self.answer}"


class Report(models.Model):
    """A reader, who may have no account, says that an entry looks out of date."""

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="reports")
    words = models.TextField(_("What looks out of date"), blank=True, max_length=1000)
    language = models.CharField(max_length=2, choices=Language)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def __str__(self) -> str:
        return f"{self.asset_id} {self.at}"
