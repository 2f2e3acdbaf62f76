"""By the clock: members are asked how it is going, reminded once, and then let be."""

from datetime import date

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK

from .actions.activity import keep_qualifications
from .actions.progress import ask, let_be, remind
from .actions.states import move, remind_to_finish
from .choices import About
from .queries.askings import (
    askings_to_let_be,
    askings_to_remind,
    members_to_ask_about_practice,
    promises_to_ask_about,
)
from .queries.memberships import given_up, unfinished


def ask_how_it_goes(on: date | None = None) -> None:
    """Each in a transaction of its own; whoever was asked today is not found a second time."""
    today = on or timezone.localdate()
    for promise in promises_to_ask_about(today):
        ask(actor=CLOCKWORK, membership=promise.membership, about=About.PROMISE, promise=promise, today=today)
    for membership in members_to_ask_about_practice(today):
        ask(actor=CLOCKWORK, membership=membership, about=About.PRACTICE, today=today)
    for asking in askings_to_remind(today):
        remind(actor=CLOCKWORK, asking=asking, today=today)
    for asking in askings_to_let_be(today):
        let_be(actor=CLOCKWORK, asking=asking, today=today)


def note_activity(on: date | None = None) -> None:
    """Keep which deeds make which members active; run twice, it notes nothing twice."""
    keep_qualifications(on=on or timezone.localdate())


def remind_unfinished(on: date | None = None) -> None:
    """Remind those who began to join, once; after three months let what they began rest."""
    today = on or timezone.localdate()
    for membership in unfinished(today):
        remind_to_finish(actor=CLOCKWORK, membership=membership, today=today)
    for membership in given_up(today):
        move(actor=CLOCKWORK, membership=membership, code="left")
