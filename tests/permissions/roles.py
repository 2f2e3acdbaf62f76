"""The people who try every address: one for each way of belonging to the network."""

from collections.abc import Callable
from datetime import date
from time import time

from allauth.mfa.models import Authenticator
from django.test import Client

from copronet.common_ground.people.choices import OFFICES as FOUNDED
from copronet.common_ground.people.models import Office, Person, Support
from copronet.common_ground.people.queries import must_give_second_factor
from tests.factories import HoldingFactory, PersonFactory, RepresentationFactory

# The first offices, each with the powers that the founding decision gave it.
OFFICES = [office.code for office in FOUNDED]


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
        person: Person = HoldingFactory(office=Office.objects.get(code=code)).person
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


def sign_in(client: Client, person: Person) -> None:
    """As if the person had just come in, and had given a second factor where one is asked of them."""
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    give_what_is_asked(client, person)


def give_what_is_asked(client: Client, person: Person) -> None:
    """The second factor, for this session, of somebody who has signed in and must give one."""
    if must_give_second_factor(Person.objects.get(pk=person.pk)):
        factor = {"user": person, "type": Authenticator.Type.TOTP}
        Authenticator.objects.get_or_create(**factor, defaults={"data": {"secret": ""}})
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "mfa", "type": "totp", "at": time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(person.pk)
        session.save()
