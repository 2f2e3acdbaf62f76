"""What runs by itself: removing the details of those long gone, and looking for organisations kept twice."""

from copronet.common_ground.work.actions import Progress

from .actions.departing import forget_departed
from .actions.likenesses import keep_likely_pairs, make_missing_keys
from .models import Organisation


def forget() -> None:
    forget_departed()


def look_for_pairs(progress: Progress) -> None:
    """Compare every organisation with those like it, each in a transaction of its own."""
    make_missing_keys()
    organisations = Organisation.objects.filter(merged_into=None).order_by("pk")
    progress.begin(organisations.count())
    for organisation in organisations.iterator(chunk_size=500):
        keep_likely_pairs(organisation)
        progress.step()
