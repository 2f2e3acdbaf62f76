"""Writing the questions of an edition while they may still change."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from copronet.common_ground.journal.actions import Actor, once, record, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import content_of, type_of
from copronet.common_ground.languages.models import Passage
from copronet.common_ground.languages.queries import free_code
from copronet.common_ground.questions.models import Option, Question, Questionnaire

from .editions import begin_edition, refuse_unless_written


@transaction.atomic
def keep_questionnaire(
    *,
    actor: Actor,
    questionnaire: Questionnaire,
    based_on: int | None = None,
    key: UUID | None = None,
) -> Deed:
    """Save what a questionnaire is called and for; a new one begins with an empty first edition."""
    once(key)
    is_new = questionnaire.pk is None
    if is_new:
        taken = set(Questionnaire.objects.values_list("code", flat=True))
        questionnaire.code = free_code(
            questionnaire.title_en or questionnaire.title_cy, taken, longest=30, otherwise="q"
        )
    verb = "questions.questionnaire_added" if is_new else "questions.questionnaire_changed"
    deed = save(actor=actor, verb=verb, content=questionnaire, based_on=based_on, key=key)
    if is_new:
        begin_edition(actor=actor, questionnaire=questionnaire)
    return deed


@transaction.atomic
def keep_question(
    *,
    actor: Actor,
    question: Question,
    options: Sequence[Option],
    based_on: int | None = None,
    key: UUID | None = None,
) -> Deed:
    """Save a question with its answers to choose, in this order; those left out are removed.

    Refused once the edition is published. Raises `Overtaken` and `AlreadyDone`.
    """
    once(key)
    refuse_unless_written(question.edition)
    is_new = question.pk is None
    if is_new:
        question.place = 1 + max(question.edition.questions.values_list("place", flat=True), default=0)
    if not question.code:
        taken = set(question.edition.questions.values_list("code", flat=True))
        question.code = free_code(question.text_en or question.text_cy, taken, longest=30, otherwise="q")
    verb = "questions.question_added" if is_new else "questions.question_changed"
    deed = save(actor=actor, verb=verb, content=question, based_on=based_on, key=key)
    _keep_options(actor, question, options)
    return deed


@transaction.atomic
def move_question(*, actor: Actor, question: Question, up: bool) -> None:
    """Move a question one place. At either end nothing happens."""
    refuse_unless_written(question.edition)
    row = list(question.edition.questions.order_by("place", "id"))
    here = row.index(question)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(row):
        return
    row[here], row[there] = row[there], row[here]
    for place, each in enumerate(row, start=1):
        each.place = place
    Question.objects.bulk_update(row, ["place"])
    record(actor=actor, verb="questions.question_moved", about=question)


@transaction.atomic
def remove_question(*, actor: Actor, question: Question) -> None:
    """Take a question out of an edition that is still being written."""
    refuse_unless_written(question.edition)
    record(actor=actor, verb="questions.question_removed", about=question)
    for option in question.options.all():
        _remove(option)
    _remove(question)


def _keep_options(actor: Actor, question: Question, options: Sequence[Option]) -> None:
    kept = {option.pk for option in options}
    for gone in question.options.exclude(pk__in=kept - {None}):
        _remove(gone)
    taken = {option.code for option in options if option.code}
    for place, option in enumerate(options, start=1):
        option.question, option.place = question, place
        if not option.code:
            option.code = free_code(option.text_en or option.text_cy, taken, longest=30, otherwise="answer")
            taken.add(option.code)
        stored = Option.objects.filter(pk=option.pk).first() if option.pk else None
        if stored is None or content_of(stored) != content_of(option):
            save(actor=actor, verb="questions.option_changed", content=option)


def _remove(row: Model) -> None:
    Passage.objects.filter(object_type=type_of(row), object_id=str(row.pk)).delete()
    row.delete()
