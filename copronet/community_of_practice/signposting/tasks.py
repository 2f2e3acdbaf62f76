"""Every night the feeds are read; one of them now, when somebody asks."""

from copronet.common_ground.work.actions import enqueue

from .imports import read_feed
from .models import Feed


def read_all_feeds() -> None:
    """Each in a task of its own, so that a slow one holds nobody up."""
    for pk in Feed.objects.filter(is_read=True).values_list("pk", flat=True):
        enqueue("signposting.read_feed", feed=pk)


def read_one_feed(feed: int) -> None:
    found = Feed.objects.filter(pk=feed).first()
    if found:
        read_feed(found)
