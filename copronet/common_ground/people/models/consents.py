"""What people said yes and no to, in which words, when; and what guardians said for those under 18."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.choices import Answer, ConsentTo

from .persons import Person, Support


class ConsentWording(models.Model):
    """One wording of what people are asked to agree to. A new wording is a new row; none is changed."""

    code = models.CharField(_("What it is about"), max_length=20, choices=ConsentTo)
    number = models.PositiveSmallIntegerField()
    text_cy, text_en = pair(models.TextField, _("Wording"))
    text = Both()
    begins = models.DateField(_("From"))

    class Meta:
        constraints = [
            one_language("text"),
            models.UniqueConstraint(name="people_consent_wording_once", fields=["code", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.number}"


class ConsentAnswer(models.Model):
    """A person's answer to one wording. Only ever added to: the newest one for a code is what holds."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="consent_answers")
    wording = models.ForeignKey(ConsentWording, models.PROTECT, related_name="answers")
    answer = models.CharField(_("Answer"), max_length=9, choices=Answer)
    given = models.CharField(_("How it was given"), max_length=10, choices=Support.Agreed)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.wording} {self.answer}"


class GuardianConsent(models.Model):
    """A parent or guardian agrees that somebody under 18 takes part."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="guardian_consents")
    guardian = models.CharField(_("Name of the parent or guardian"), max_length=200)
    reached_at = models.CharField(_("How to reach them"), max_length=200)
    agreed = models.CharField(_("How they agreed"), max_length=10, choices=Support.Agreed)
    begins = models.DateField(_("From"))
    ends = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="people_guardian_consent_one_at_a_time",
                fields=["person"],
                condition=models.Q(ends__isnull=True),
            ),
            models.CheckConstraint(
                name="people_guardian_consent_ends_after_it_begins",
                condition=models.Q(ends__isnull=True) | models.Q(ends__gte=models.F("begins")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guardian} → {self.person_id}"
