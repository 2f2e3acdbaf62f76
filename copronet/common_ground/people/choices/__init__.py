"""The words people and organisations choose from, and what the network was founded with."""

from .founding import (
    DIRECTOR,
    FOUNDING_CY,
    FOUNDING_EN,
    OFFICES,
    WORDINGS,
    FoundedOffice,
    FoundedWording,
)
from .organisations import KINDS, SECTORS, Alike, FoundedKind, FoundedSector, Scheme, Size
from .persons import (
    Answer,
    Capacity,
    ConsentTo,
    IdentityChecked,
    Level,
    ReachedBy,
    SeenBy,
    Standing,
    ToldWhom,
)

__all__ = [
    "DIRECTOR",
    "FOUNDING_CY",
    "FOUNDING_EN",
    "KINDS",
    "OFFICES",
    "SECTORS",
    "WORDINGS",
    "Alike",
    "Answer",
    "Capacity",
    "ConsentTo",
    "FoundedKind",
    "FoundedOffice",
    "FoundedSector",
    "FoundedWording",
    "IdentityChecked",
    "Level",
    "ReachedBy",
    "Scheme",
    "SeenBy",
    "Size",
    "Standing",
    "ToldWhom",
]
