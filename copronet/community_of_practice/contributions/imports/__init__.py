"""What comes in: the founding bands and targets, and bank statements."""

from .founding import bring_in_founding
from .statements import NotAStatement, read_statement

__all__ = ["NotAStatement", "bring_in_founding", "read_statement"]
