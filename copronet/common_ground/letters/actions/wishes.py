"""What people want to get, and what happens to their letters when they leave or their records are merged."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.letters import registry
from copronet.common_ground.letters.choices import State
from copronet.common_ground.letters.models import Letter, Received, Stop

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Person


@transaction.atomic
def stop(*, actor: Actor, person: "Person", template: str) -> None:
    """Send this person no more letters of one kind. Done twice, it stays done once."""
    kind = registry.letters().get(template)
    if kind is None or not kind.can_be_stopped:
        raise ActionRefused(_("This kind of letter cannot be stopped."))
    _row, is_new = Stop.objects.get_or_create(person=person, template=template)
    if is_new:
        record(actor=actor, verb="letters.stopped", about=person)


@transaction.atomic
def start(*, actor: Actor, person: "Person", template: str) -> None:
    """Send this person letters of one kind again."""
    count, _rows = Stop.objects.filter(person=person, template=template).delete()
    if count:
        record(actor=actor, verb="letters.started", about=person)


@transaction.atomic
def forget_letters(person: "Person") -> None:
    """Remove the words and addresses of a departed person's letters; that they were sent stays."""
    letters = Letter.objects.filter(person=person)
    letters.filter(state__in=[State.WAITING, State.TO_POST]).update(state=State.NOT_SENT)
    letters.update(address="", subject="", text="", html="")
    Received.objects.filter(letter__person=person).delete()
    Stop.objects.filter(person=person).delete()


@transaction.atomic
def move_letters(duplicate: "Person", kept: "Person") -> None:
    """Hand one record's letters and wishes over to another."""
    Letter.objects.filter(person=duplicate).update(person=kept)
    there = Stop.objects.filter(person=kept).values("template")
    Stop.objects.filter(person=duplicate).exclude(template__in=there).update(person=kept)
    Stop.objects.filter(person=duplicate).delete()
