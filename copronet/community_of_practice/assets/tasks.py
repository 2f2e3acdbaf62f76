"""By the clock: owners are asked whether their entries are still right, and what follows when they do not answer."""

from datetime import date

from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK

from .actions.checking import ask_owner, hand_on, pass_on, remind
from .queries.askings import askings_to_hand_on, askings_to_pass_on, askings_to_remind, due_by_owner


def ask_whether_right(on: date | None = None) -> None:
    """Each in a transaction of its own; whoever was asked today is not found a second time."""
    today = on or timezone.localdate()
    for asking in askings_to_hand_on(today):
        hand_on(actor=CLOCKWORK, asking=asking, today=today)
    for asking in askings_to_pass_on(today):
        pass_on(actor=CLOCKWORK, asking=asking, today=today)
    for asking in askings_to_remind(today):
        remind(actor=CLOCKWORK, asking=asking, today=today)
    for owner, assets in due_by_owner(today).items():
        ask_owner(actor=CLOCKWORK, owner=owner, assets=assets, today=today)
