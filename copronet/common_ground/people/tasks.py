"""What runs by itself: forgetting those long gone, telling the supported, looking for organisations kept twice."""

from datetime import date, timedelta
from itertools import groupby

from django.utils import timezone

from copronet.common_ground.journal.queries import deeds_done_for_others
from copronet.common_ground.work.actions import Progress

from .actions.departing import forget_departed
from .actions.likenesses import keep_likely_pairs, make_missing_keys
from .emails import DONE_FOR_YOU, tell_what_was_done
from .models import Organisation

MADE_UP_FOR = 7  # days


def forget() -> None:
    forget_departed()


def tell_supported(on: date | None = None) -> None:
    """Write to everybody for whom somebody acted the day before, once: by e-mail, or on paper.

    Days on which nothing ran are made up for, as far as a week back.
    """
    today = on or timezone.localdate()
    for days in range(MADE_UP_FOR, 0, -1):
        _tell_of(today - timedelta(days=days))


def _tell_of(day: date) -> None:
    done = deeds_done_for_others(day)
    for person, grouped in groupby(done, key=lambda deed: deed.for_person):
        deeds = list(grouped)
        told = person.letters.filter(template=DONE_FOR_YOU, object_id=str(deeds[-1].pk))
        if not told.exists():
            tell_what_was_done(person, deeds)


def look_for_pairs(progress: Progress) -> None:
    """Compare every organisation with those like it, each in a transaction of its own."""
    make_missing_keys()
    organisations = Organisation.objects.filter(merged_into=None).order_by("pk")
    progress.begin(organisations.count())
    for organisation in organisations.iterator(chunk_size=500):
        keep_likely_pairs(organisation)
        progress.step()
