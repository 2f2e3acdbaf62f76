"""Making the index anew in the background."""

from .actions import rebuild
from .queries import forget_rings


def make_anew() -> None:
    """Read every record again."""
    forget_rings()
    rebuild()
