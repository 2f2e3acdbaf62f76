"""By the clock: the day's suggestions, what to let be, what to ask, and which requests a person has to look at."""

from datetime import date

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK

from .actions.following import follow_up
from .actions.meeting import hand_on, let_be, suggest_partners
from .queries.waiting import introductions_to_ask_about, lonely_requests, suggestions_to_let_be


def bring_together(on: date | None = None) -> None:
    """Each in a transaction of its own; run twice a day, it does nothing twice."""
    today = on or timezone.localdate()
    for suggestion in suggestions_to_let_be(today):
        let_be(actor=CLOCKWORK, suggestion=suggestion, today=today)
    suggest_partners(actor=CLOCKWORK, today=today)
    for suggestion in introductions_to_ask_about(today):
        follow_up(actor=CLOCKWORK, suggestion=suggestion, today=today)
    for request in lonely_requests(today).filter(handed_on__isnull=True):
        hand_on(actor=CLOCKWORK, request=request, today=today)
