"""What comes in: the founding decision, and tables of organisations and people."""

from .founding import bring_in_founding
from .organisations import OrganisationSheet
from .persons import PersonSheet

__all__ = ["OrganisationSheet", "PersonSheet", "bring_in_founding"]
