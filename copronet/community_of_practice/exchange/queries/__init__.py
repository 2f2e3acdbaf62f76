"""Reading offers and requests: who may see which, who could meet whom, what waits for whom."""

from .seeing import actor_for, is_mine, is_shown_to, of_mine, open_to, parties_open_to, suggestions_for

__all__ = [
    "actor_for",
    "is_mine",
    "is_shown_to",
    "of_mine",
    "open_to",
    "parties_open_to",
    "suggestions_for",
]
