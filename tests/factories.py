"""Factories without surprises: each makes one plain, valid thing, and nothing beside it."""

from datetime import date

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from copronet.common_ground.people.models import Grant, Holding, Office, Organisation, Person, Representation


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda number: f"Mair Enghraifft {number}")
    email = factory.Sequence(lambda number: f"mair{number}@enghraifft.example")
    language = "cy"
    password = factory.LazyFunction(lambda: make_password(None))  # signs in by code


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name_cy = factory.Sequence(lambda number: f"Sefydliad Enghraifft {number}")
    name_en = factory.Sequence(lambda number: f"Example Organisation {number}")


class RepresentationFactory(DjangoModelFactory):
    class Meta:
        model = Representation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    begins = date(2026, 1, 1)


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office

    code = factory.Sequence(lambda number: f"office-{number}")
    name_cy = "Swydd"
    name_en = "Office"


class HoldingFactory(DjangoModelFactory):
    class Meta:
        model = Holding

    office = factory.SubFactory(OfficeFactory)
    person = factory.SubFactory(PersonFactory)
    begins = date(2026, 1, 1)
    decision_en = "An example decision"


class GrantFactory(DjangoModelFactory):
    class Meta:
        model = Grant

    person = factory.SubFactory(PersonFactory)
    begins = date(2026, 1, 1)
    decision_en = "An example decision"


def person_with(*powers: str) -> Person:
    """A person who holds just these powers, granted to them by name."""
    person = PersonFactory()
    for power in powers:
        GrantFactory(person=person, power=power)
    return person
