"""What django-anymail tells us for whichever provider: letters that came in, letters that came back."""

from typing import Any

from anymail.signals import AnymailInboundEvent, AnymailTrackingEvent, EventType, inbound, tracking

from .actions import mark_bounced
from .inbox import receive
from .models import Letter


def listen() -> None:
    inbound.connect(take_in, dispatch_uid="letters.take_in")
    tracking.connect(take_note, dispatch_uid="letters.take_note")


def take_in(event: AnymailInboundEvent, **_rest: Any) -> None:
    receive(event.message.as_bytes(), recipient=event.message.envelope_recipient or "")


def take_note(event: AnymailTrackingEvent, **_rest: Any) -> None:
    """A letter came back, was refused or was called unwanted: its address gets no more."""
    unwelcome = {EventType.BOUNCED, EventType.REJECTED, EventType.FAILED, EventType.COMPLAINED}
    if event.event_type not in unwelcome or not event.message_id:
        return
    letter = Letter.objects.filter(message_id=event.message_id).first()
    if letter:
        is_lasting = event.event_type != EventType.FAILED
        mark_bounced(letter=letter, code=event.reject_reason or event.event_type, is_lasting=is_lasting)
