"""Persons, organisations, who acts for whom, offices and powers."""

from .offices import Grant, Holding, Office
from .organisations import Organisation, Representation
from .persons import Person, PersonCapacity, Support

__all__ = [
    "Grant",
    "Holding",
    "Office",
    "Organisation",
    "Person",
    "PersonCapacity",
    "Representation",
    "Support",
]
