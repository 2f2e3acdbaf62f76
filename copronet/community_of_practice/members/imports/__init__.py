"""What comes into this room from outside: what was founded, and tables of memberships."""

from .founding import bring_in_founding
from .memberships import MembershipSheet

__all__ = ["MembershipSheet", "bring_in_founding"]
