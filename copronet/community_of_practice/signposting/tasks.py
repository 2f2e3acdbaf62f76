"""Every night the feeds are read and old questions forgotten; a feed now, when somebody asks."""

from datetime import date

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.common_ground.work.actions import enqueue

from .actions import forget_question
from .imports import read_feed
from .models import Feed
from .queries import questions_to_forget


def read_all_feeds() -> None:
    """Each in a task of its own, so that a slow one holds nobody up."""
    for pk in Feed.objects.filter(is_read=True).values_list("pk", flat=True):
        enqueue("signposting.read_feed", feed=pk)


def read_one_feed(feed: int) -> None:
    found = Feed.objects.filter(pk=feed).first()
    if found:
        read_feed(found)


def forget_old_questions(on: date | None = None) -> None:
    for question in questions_to_forget(on or timezone.localdate()):
        forget_question(actor=CLOCKWORK, question=question)
