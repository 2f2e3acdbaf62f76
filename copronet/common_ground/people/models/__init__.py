"""Persons, organisations, who acts for whom, offices and powers, consents, and what is kept of how."""

from .consents import ConsentAnswer, ConsentWording, GuardianConsent
from .keeping import Breach, BreachStep, IdentityCheck
from .kinds import OrganisationKind, Sector
from .likenesses import LikelyPair, NotDuplicate, OrganisationKey
from .offices import Grant, Holding, Office
from .organisations import Organisation, OrganisationNumber, Representation
from .persons import Person, PersonCapacity, Support, SupportMatter

__all__ = [
    "Breach",
    "BreachStep",
    "ConsentAnswer",
    "ConsentWording",
    "Grant",
    "GuardianConsent",
    "Holding",
    "IdentityCheck",
    "LikelyPair",
    "NotDuplicate",
    "Office",
    "Organisation",
    "OrganisationKey",
    "OrganisationKind",
    "OrganisationNumber",
    "Person",
    "PersonCapacity",
    "Representation",
    "Sector",
    "Support",
    "SupportMatter",
]
