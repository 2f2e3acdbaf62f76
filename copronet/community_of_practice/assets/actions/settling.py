"""What follows for the questions about an asset when somebody has looked at it: part of other deeds."""

from django.utils import timezone

from copronet.common_ground.people.models import Person
from copronet.community_of_practice.assets.choices import Answer
from copronet.community_of_practice.assets.models import Asking, Asset, Question


def settle_questions(asset: Asset, answer: Answer, person: Person | None) -> None:
    """Answer the open question about an asset, and put aside what was said to need changing."""
    waiting = Question.objects.select_for_update().filter(asset=asset, answered_at__isnull=True).first()
    if waiting:
        close_question(waiting, answer, person)
    to_change = Question.objects.filter(asset=asset, answer=Answer.CHANGED, done_on__isnull=True)
    to_change.update(done_on=timezone.localdate())


def close_question(question: Question, answer: Answer, person: Person | None) -> None:
    """Write an answer down; the asking is settled with its last question."""
    question.answer, question.answered_by, question.answered_at = answer, person, timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at", "words", "language"])
    still_open = Question.objects.filter(asking=question.asking_id, answered_at__isnull=True)
    if not still_open.exists():
        Asking.objects.filter(pk=question.asking_id, settled_on__isnull=True).update(
            settled_on=timezone.localdate()
        )
