"""Asset-mapping events: prepared with numbered cards, and typed in card by card."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.people.models import Organisation
from copronet.community_of_practice.assets.models import Asset, MappingEvent

from .keeping import add_asset

LETTERS = "ABCDEFHJKLMNPRTUVWXY"  # none that is taken for a figure or for another letter


@transaction.atomic
def prepare_event(*, actor: Actor, event: MappingEvent, key: UUID | None = None) -> MappingEvent:
    """Keep an event under a code of three letters that no other has."""
    if actor.person:
        refuse_unless_able(actor.person)
    taken = set(MappingEvent.objects.select_for_update().values_list("code", flat=True))
    event.code = next(code for code in iter(_a_code, None) if code not in taken)
    event.added_by = actor.person
    event.save()
    record(actor=actor, verb="assets.event_prepared", about=event, key=key)
    return event


def _a_code() -> str:
    return get_random_string(3, LETTERS)


@transaction.atomic
def type_in_card(
    *,
    actor: Actor,
    event: MappingEvent,
    card: int,
    asset: Asset,
    holder: Organisation | None = None,
    links: dict[str, Any] | None = None,
    key: UUID | None = None,
) -> Asset:
    """Put what stands on a card on the map, once: a card that was typed in is refused."""
    MappingEvent.objects.select_for_update().get(pk=event.pk)
    typed = Asset.objects.filter(event=event, card=card).first()
    if typed:
        raise ActionRefused(_("This card has been typed in already: %(name)s") % {"name": typed.name.text})
    asset.event, asset.card = event, card
    return add_asset(actor=actor, asset=asset, holder=holder, links=links, key=key)
