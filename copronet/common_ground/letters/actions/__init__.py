"""Sending letters, stopping and starting kinds of them, posting paper ones, and minding bad addresses."""

from .post import mark_posted, trust_address
from .sending import deliver, mark_bounced, send, send_to_stranger
from .wishes import forget_letters, move_letters, start, stop

__all__ = [
    "deliver",
    "forget_letters",
    "mark_bounced",
    "mark_posted",
    "move_letters",
    "send",
    "send_to_stranger",
    "start",
    "stop",
    "trust_address",
]
