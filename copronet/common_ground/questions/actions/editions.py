"""The life of an edition: begun from the last one, published, closed."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.journal.queries import type_of
from copronet.common_ground.languages.models import Passage
from copronet.common_ground.questions.choices import State
from copronet.common_ground.questions.models import Edition, Option, Question, Questionnaire
from copronet.common_ground.questions.queries import missing_words, questions_of


@transaction.atomic
def begin_edition(*, actor: Actor, questionnaire: Questionnaire) -> Edition:
    """Begin the next edition with the questions of the last one, which keep their codes.

    Refused while another one is being written.
    """
    Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    last = questionnaire.editions.order_by("-number").first()
    if last is not None and last.is_written:
        raise ActionRefused(_("An edition is being written already."))
    edition = Edition.objects.create(questionnaire=questionnaire, number=last.number + 1 if last else 1)
    if last is not None:
        _copy_questions(last, edition)
    record(actor=actor, verb="questions.edition_begun", about=edition)
    return edition


@transaction.atomic
def publish_edition(*, actor: Actor, edition: Edition) -> None:
    """Put an edition in force: from now on its words stand still, and the one before it is closed.

    Refused while it asks nothing, or asks something that half of the readers could not read.
    """
    locked = locked_edition(edition)
    if not locked.is_written:
        raise ActionRefused(_("This edition has been published already."))
    if not locked.questions.exists():
        raise ActionRefused(_("Add a question first."))
    incomplete = missing_words(locked)
    if incomplete:
        raise ActionRefused(
            _(
                "Write every question and every answer to choose in both languages first. Not yet whole: %(codes)s"
            )
            % {"codes": ", ".join(question.code for question in incomplete)}
        )
    for before in Edition.objects.filter(questionnaire=locked.questionnaire_id, state=State.PUBLISHED):
        close_edition(actor=actor, edition=before)
    _settle_words(locked)
    locked.state, locked.published_at = State.PUBLISHED, timezone.now()
    locked.save(update_fields=["state", "published_at"])
    record(actor=actor, verb="questions.edition_published", about=locked)


@transaction.atomic
def close_edition(*, actor: Actor, edition: Edition) -> None:
    """Nobody begins to answer it any more; whoever has begun may finish."""
    locked = locked_edition(edition)
    if not locked.is_in_force:
        raise ActionRefused(_("This edition is not in force."))
    locked.state, locked.closed_at = State.CLOSED, timezone.now()
    locked.save(update_fields=["state", "closed_at"])
    record(actor=actor, verb="questions.edition_closed", about=locked)


def locked_edition(edition: Edition) -> Edition:
    """The edition's row, held until the transaction ends."""
    return Edition.objects.select_for_update().get(pk=edition.pk)


def refuse_unless_written(edition: Edition) -> None:
    """Hold the edition, and refuse where its words stand still."""
    if not locked_edition(edition).is_written:
        raise ActionRefused(
            _("This edition is published, so its words stand still. Begin a new one instead.")
        )


def _copy_questions(last: Edition, edition: Edition) -> None:
    for question in questions_of(last):
        options = list(question.options.all())
        question.pk, question.edition = None, edition
        question._state.adding = True
        question.save(force_insert=True)
        for option in options:
            option.pk, option.question = None, question
        Option.objects.bulk_create(options)


def _settle_words(edition: Edition) -> None:
    """Words that can no longer change wait for no translator."""
    questions = [str(key) for key in edition.questions.values_list("pk", flat=True)]
    options = [
        str(key) for key in Option.objects.filter(question__edition=edition).values_list("pk", flat=True)
    ]
    Passage.objects.filter(object_type=type_of(Question()), object_id__in=questions).delete()
    Passage.objects.filter(object_type=type_of(Option()), object_id__in=options).delete()
