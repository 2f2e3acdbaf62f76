"""What comes in: the founding bands and targets, and bank statements."""

from .founding import bring_in_founding
from .statements import LARGEST, NotAStatement, read_statement

__all__ = ["LARGEST", "NotAStatement", "bring_in_founding", "read_statement"]
