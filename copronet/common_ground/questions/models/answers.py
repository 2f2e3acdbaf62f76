"""What was answered, under a pseudonym; and apart from it, in one row, whose pseudonym it is."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.questions.choices import Given

from .questionnaires import Edition, Question


class Respondent(models.Model):
    """Somebody who answers, by a name that says nothing. The same one for all they ever answer."""

    # Random, so that neither it nor its order tells who it is.
    pseudonym = models.UUIDField(primary_key=True, default=uuid4, editable=False)

    class Meta:
        verbose_name = _("respondent")
        verbose_name_plural = _("respondents")

    def __str__(self) -> str:
        return str(self.pseudonym)


class RespondentIdentity(models.Model):
    """Whose pseudonym it is. Read by nothing that shows or exports answers to others."""

    respondent = models.OneToOneField(Respondent, models.CASCADE, related_name="identity")
    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="respondent_identity")
    organisation = models.OneToOneField(
        Organisation, models.PROTECT, null=True, related_name="respondent_identity"
    )

    class Meta:
        verbose_name = _("who a respondent is")
        verbose_name_plural = _("who respondents are")
        constraints = [
            models.CheckConstraint(
                name="questions_identity_is_one_of_two",
                condition=Q(person__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id or ''}/{self.organisation_id or ''}"


class Response(models.Model):
    """One respondent's answers to one edition, begun and, in time, handed in."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="responses")
    respondent = models.ForeignKey(Respondent, models.PROTECT, related_name="responses")
    language = models.CharField(_("Answered in"), max_length=2, choices=Language)
    given = models.CharField(_("How it was given"), max_length=6, choices=Given, default=Given.ONLINE)
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="responses_entered")
    started_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("set of answers")
        verbose_name_plural = _("sets of answers")
        constraints = [
            models.UniqueConstraint(name="questions_response_once", fields=["edition", "respondent"]),
            models.CheckConstraint(
                name="questions_response_language_known", condition=Q(language__in=Language.values)
            ),
            models.CheckConstraint(
                name="questions_response_given_known", condition=Q(given__in=Given.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.respondent_id}"

    @property
    def is_finished(self) -> bool:
        return self.submitted_at is not None


class Answer(models.Model):
    """The answer to one question, in codes, whichever language it was given in; a text keeps its language."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    value = models.JSONField()
    language = models.CharField(max_length=2, choices=Language, blank=True, default="")

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [models.UniqueConstraint(name="questions_answer_once", fields=["response", "question"])]

    def __str__(self) -> str:
        return f"{self.response_id} {self.question_id}"
