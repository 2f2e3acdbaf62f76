"""Pages of membership: joining, one's own membership, the directory, promises, and what staff look after."""

from . import agreed, directory, joining, memberships, numbers, paper, progress

__all__ = ["agreed", "directory", "joining", "memberships", "numbers", "paper", "progress"]
