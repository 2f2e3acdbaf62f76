"""The people who try every address: one for each way of belonging to the network."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from copronet.common_ground.people.models import Person, Support
from tests.factories import (
    GrantFactory,
    HoldingFactory,
    OfficeFactory,
    PersonFactory,
    RepresentationFactory,
)

# What each of the first offices may do; a power that a room adds for an office is added here too.
OFFICES: dict[str, tuple[str, ...]] = {
    "network-director": ("people.look_after", "people.grant_powers"),
    "network-coordinator": ("people.look_after",),
    "board-member": (),
    "evaluator": (),
    "translator": (),
    "moderator": (),
}


def supporter() -> Person:
    person = PersonFactory()
    Support.objects.create(
        supporter=person, supported=PersonFactory(), agreed="in_person", begins=date(2026, 1, 1)
    )
    return person


def representative() -> Person:
    person: Person = RepresentationFactory(answers_for_it=True).person
    return person


def officer(code: str) -> Callable[[], Person]:
    def make() -> Person:
        office = OfficeFactory(code=code)
        for power in OFFICES[code]:
            GrantFactory(person=None, office=office, power=power)
        person: Person = HoldingFactory(office=office).person
        return person

    return make


ROLES: dict[str, Callable[[], Person] | None] = {
    "anonymous": None,
    "member": PersonFactory,
    "supporter": supporter,
    "representative": representative,
    **{code.replace("-", "_"): officer(code) for code in OFFICES},
}
STAFF = ("network_director", "network_coordinator")


def client_of(role: str) -> Client:
    """A browser in which somebody of that role is signed in, with the second factor where one is asked."""
    client, make = Client(), ROLES[role]
    if make:
        sign_in(client, make())
    return client


def sign_in(client: Client, person: Person) -> None:
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
