"""Reading states: how a pair's states follow from a save, and what waits for a translator."""

from .codes import free_code
from .passages import Waiting, kinds_of_room, passages_of, rooms_with_words, waiting, waiting_rows, whats_new
from .states import states_after

__all__ = [
    "Waiting",
    "free_code",
    "kinds_of_room",
    "passages_of",
    "rooms_with_words",
    "states_after",
    "waiting",
    "waiting_rows",
    "whats_new",
]
