"""Memberships, the principles agreed to, promises and how they go, what members would offer and like."""

from .activity import ActiveRule, Qualification
from .memberships import Agreement, Interest, Membership, Principles
from .promises import Asking, ProgressNote, Promise

__all__ = [
    "ActiveRule",
    "Agreement",
    "Asking",
    "Interest",
    "Membership",
    "Principles",
    "ProgressNote",
    "Promise",
    "Qualification",
]
