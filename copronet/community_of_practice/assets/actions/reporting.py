"""Any reader says that an entry looks out of date; its owner hears of it."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor, once, record
from copronet.community_of_practice.assets.emails import tell_reported
from copronet.community_of_practice.assets.models import Asset, Question, Report
from copronet.community_of_practice.assets.queries.askings import contacts, other_contacts, owner_of

from .checking import begin_asking, hand_on

QUIET = timedelta(days=30)  # so long after an answer reports are kept, and nobody is written to again


@transaction.atomic
def report_out_of_date(
    *, actor: Actor, asset: Asset, words: str, language: str, key: UUID | None = None
) -> Report:
    """Keep what a reader says and ask the owner, unless they are being asked or answered only lately."""
    once(key)
    locked = Asset.objects.select_for_update().get(pk=asset.pk)
    report = Report.objects.create(asset=locked, words=words.strip(), language=language)
    record(actor=actor, verb="assets.reported", about=locked, key=key)
    if not _asked_lately(locked):
        _ask_about(actor, locked, report)
    return report


def _asked_lately(asset: Asset) -> bool:
    since = timezone.now() - QUIET
    questions = Question.objects.filter(asset=asset)
    return (
        questions.filter(answered_at__isnull=True).exists()
        or questions.filter(answered_at__gt=since).exists()
    )


def _ask_about(actor: Actor, asset: Asset, report: Report) -> None:
    today = timezone.localdate()
    asking = begin_asking(owner_of(asset), [asset], today)
    people = contacts(asking) or other_contacts(asking)
    if people:
        tell_reported(asking.questions.get(), report, people)
    else:
        hand_on(actor=actor, asking=asking, today=today)
