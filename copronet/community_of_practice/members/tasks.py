"""By the clock: members are asked how it is going, reminded once, and then let be."""

from django.utils import timezone

from .actions.progress import ask, let_be, remind
from .choices import About
from .queries.askings import (
    askings_to_let_be,
    askings_to_remind,
    members_to_ask_about_practice,
    promises_to_ask_about,
)


def ask_how_it_goes() -> None:
    """Each in a transaction of its own; whoever was asked today is not found a second time."""
    today = timezone.localdate()
    for promise in promises_to_ask_about(today):
        ask(membership=promise.membership, about=About.PROMISE, promise=promise, today=today)
    for membership in members_to_ask_about_practice(today):
        ask(membership=membership, about=About.PRACTICE, today=today)
    for asking in askings_to_remind(today):
        remind(asking=asking, today=today)
    for asking in askings_to_let_be(today):
        let_be(asking=asking, today=today)
