"""Reading letters, and the box of those sent in development."""

from .box import BoxedLetter, letter_box
from .letters import (
    address_for,
    address_is_in_trouble,
    answered_letter,
    has_stopped,
    lasting_troubles,
    letter_of,
    letters_about,
    letters_to_post,
    may_get,
    read_stop_token,
    stop_token,
    was_answered_today,
)

__all__ = [
    "BoxedLetter",
    "address_for",
    "address_is_in_trouble",
    "answered_letter",
    "has_stopped",
    "lasting_troubles",
    "letter_box",
    "letter_of",
    "letters_about",
    "letters_to_post",
    "may_get",
    "read_stop_token",
    "stop_token",
    "was_answered_today",
]
