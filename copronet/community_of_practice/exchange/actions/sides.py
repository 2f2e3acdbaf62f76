"""Offering something, asking for something, changing it, and closing it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record, save
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.exchange.choices import Kind
from copronet.community_of_practice.exchange.models import Side, Suggestion

MADE = {Kind.OFFER: "exchange.offer_made", Kind.REQUEST: "exchange.request_made"}
CLOSED = {Kind.OFFER: "exchange.offer_closed", Kind.REQUEST: "exchange.request_closed"}


@transaction.atomic
def add_side(
    *,
    actor: Actor,
    side: Side,
    party: Person | Organisation,
    links: dict[str, Any] | None = None,
    key: UUID | None = None,
) -> Side:
    """Put an offer or a request before the others."""
    if actor.person:
        refuse_unless_able(actor.person)
    if isinstance(party, Person):
        refuse_unless_able(party)
    side.organisation = party if isinstance(party, Organisation) else None
    side.person = party if isinstance(party, Person) else None
    side.added_by = actor.person
    save(actor=actor, verb=MADE[side.kind], content=side, links=links, key=key)
    return side


@transaction.atomic
def close_side(*, actor: Actor, side: Side) -> None:
    """It no longer stands: found, used up, or thought better of. What was suggested for it is let be."""
    locked: Side = type(side)._default_manager.select_for_update().get(pk=side.pk)
    if locked.closed_on:
        raise ActionRefused(_("This has been closed already."))
    locked.closed_on = timezone.localdate()
    locked.save(update_fields=["closed_on"])
    waiting = Suggestion.objects.filter(closed_on__isnull=True, introduced_on__isnull=True)
    waiting.filter(**{side.kind.value: locked}).update(closed_on=timezone.localdate())
    record(actor=actor, verb=CLOSED[side.kind], about=locked)
    keep_record(locked)
