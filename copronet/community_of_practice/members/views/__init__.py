"""Pages of membership: joining, one's own membership, the directory, promises, and what staff look after."""

from . import directory, joining, memberships, progress

__all__ = ["directory", "joining", "memberships", "progress"]
