"""Looking after services: confirming that they are right, and taking in what a feed says."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record, save
from copronet.common_ground.people.models import Organisation
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.signposting.choices import FeedOutcome, Status
from copronet.community_of_practice.signposting.models import Feed, Service


@dataclass(frozen=True)
class Brought:
    """A service as a feed describes it, cleaned: its key there, what it says, what was left out."""

    key: str
    words: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def confirm_service(*, actor: Actor, service: Service, today: date | None = None) -> Service:
    """Say that everything about a service is right today."""
    service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if service.feed_id is not None:
        raise ActionRefused(
            _("This service comes from a feed. Whoever runs the feed says whether it is right.")
        )
    if service.status == Status.DEFUNCT:
        raise ActionRefused(_("This service is no longer there. Change that first."))
    service.assured_on = today or timezone.localdate()
    service.save(update_fields=["assured_on", "changed_at"])
    keep_record(service)
    record(actor=actor, verb="signposting.service_confirmed", about=service)
    return service


@transaction.atomic
def bring_in(*, actor: Actor, feed: Feed, brought: Brought) -> bool:
    """Make or change one service of a feed; gives whether anything is new. Nothing is written where nothing is."""
    service = Service.objects.filter(feed=feed, key_in_feed=brought.key).first()
    kept = service or Service(feed=feed, key_in_feed=brought.key)
    said = brought.words | {"gone_on": None}
    if service and all(getattr(service, name) == value for name, value in said.items()):
        return False
    for name, value in said.items():
        setattr(kept, name, value)
    verb = "signposting.service_brought_anew" if service else "signposting.service_brought"
    save(actor=actor, verb=verb, content=kept)
    return True


@transaction.atomic
def mark_gone(*, actor: Actor, feed: Feed, still_there: set[str], today: date) -> FeedOutcome:
    """Mark what a feed no longer has; where that would be more than half, leave everything and say so."""
    there = Service.objects.select_for_update(of=("self",)).filter(feed=feed, gone_on=None)
    gone = [service for service in there if service.key_in_feed not in still_there]
    if len(gone) * 2 > there.count():
        return FeedOutcome.MOST_GONE
    for service in gone:
        service.gone_on = today
        service.save(update_fields=["gone_on", "changed_at"])
        keep_record(service)
        record(actor=actor, verb="signposting.service_gone", about=service)
    return FeedOutcome.READ


@transaction.atomic
def note_reading(*, feed: Feed, outcome: FeedOutcome, left_out: int) -> None:
    """Keep what came of reading a feed, for whoever looks after it."""
    Feed.objects.filter(pk=feed.pk).update(outcome=outcome, read_at=timezone.now(), left_out=left_out)


def move_services(duplicate: Organisation, kept: Organisation) -> None:
    """When two records of an organisation become one, its services go along."""
    Service.objects.filter(organisation=duplicate).update(organisation=kept)
