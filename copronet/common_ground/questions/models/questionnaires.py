"""What is asked. The words of an edition stand still from the day it is published: triggers see to that."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.questions.choices import Kind, State
from copronet.common_ground.questions.validators import is_code


class Questionnaire(models.Model):
    """What rooms ask for by its code, whatever edition of it is in force."""

    code = models.CharField(_("Code"), max_length=60, unique=True, editable=False, validators=[is_code])
    title_cy, title_en = pair(models.CharField, _("Title"), max_length=150)
    title = Both()
    purpose_cy, purpose_en = pair(models.TextField, _("What it is for"), max_length=1000)
    purpose = Both()

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        constraints = [one_language("title")]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return reverse("questions:questionnaire", args=[self.code])


class Edition(models.Model):
    """One wording of a questionnaire. Answers belong to an edition, and pool with others by code."""

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("Edition"))
    state = models.CharField(_("State"), max_length=9, choices=State, default=State.WRITTEN)
    published_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("edition of a questionnaire")
        verbose_name_plural = _("editions of a questionnaire")
        constraints = [
            models.UniqueConstraint(name="questions_edition_once", fields=["questionnaire", "number"]),
            models.UniqueConstraint(
                name="questions_edition_one_written", fields=["questionnaire"], condition=Q(state="written")
            ),
            models.UniqueConstraint(
                name="questions_edition_one_in_force",
                fields=["questionnaire"],
                condition=Q(state="published"),
            ),
            models.CheckConstraint(
                name="questions_edition_times_follow_its_state",
                condition=Q(state="written", published_at__isnull=True, closed_at__isnull=True)
                | Q(state="published", published_at__isnull=False, closed_at__isnull=True)
                | Q(state="closed", published_at__isnull=False, closed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("questions:edition", args=[self.pk])

    @property
    def is_written(self) -> bool:
        """Whether its words may still change."""
        return self.state == State.WRITTEN

    @property
    def is_in_force(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def paper_code(self) -> str:
        """What stands on the paper form: letters of the questionnaire's code, and this edition's own number."""
        letters = "".join(word[0] for word in self.questionnaire.code.split("-"))
        return f"{letters.upper()}{self.pk}"


class Question(models.Model):
    """One question. The same code in another edition means the same question."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="questions", editable=False)
    code = models.CharField(_("Code"), max_length=40, validators=[is_code])
    kind = models.CharField(_("Kind of answer"), max_length=7, choices=Kind)
    text_cy, text_en = pair(models.TextField, _("Question"), max_length=500)
    text = Both()
    help_cy, help_en = pair(models.TextField, _("Hint"), max_length=500)
    help = Both()
    is_required = models.BooleanField(_("Has to be answered"), default=False)
    least = models.IntegerField(_("Lowest number"), null=True, blank=True)
    most = models.IntegerField(_("Highest number"), null=True, blank=True)
    place = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["place", "id"]
        constraints = [
            one_language("text"),
            models.UniqueConstraint(
                name="questions_question_code_once",
                fields=["edition", "code"],
                violation_error_message=_("Another question of this edition has this code."),
            ),
            models.CheckConstraint(name="questions_question_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="questions_question_least_before_most",
                condition=Q(least__isnull=True) | Q(most__isnull=True) | Q(least__lte=F("most")),
                violation_error_message=_("The lowest number is above the highest."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def asks_for(self) -> Kind:
        return Kind(self.kind)


class Option(models.Model):
    """An answer to choose. ``value`` is what it counts for on a scale; without one it stands outside it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="options", editable=False)
    code = models.CharField(_("Code"), max_length=40, validators=[is_code])
    text_cy, text_en = pair(models.CharField, _("Answer"), max_length=200)
    text = Both()
    value = models.IntegerField(_("What it counts for"), null=True, blank=True)
    place = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("answer to choose")
        verbose_name_plural = _("answers to choose")
        ordering = ["place", "id"]
        constraints = [
            one_language("text"),
            models.UniqueConstraint(name="questions_option_code_once", fields=["question", "code"]),
        ]

    def __str__(self) -> str:
        return str(self.text)
