"""Mail that comes in: kept, read in the background, recognised, and handed to the room it answers."""

from .doors import fetch, receive
from .handling import read

__all__ = ["fetch", "read", "receive"]
