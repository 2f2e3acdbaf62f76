from datetime import date

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from copronet.common_ground.people.choices import OFFICES
from copronet.common_ground.people.imports import bring_in_founding
from copronet.common_ground.people.models import ConsentWording, Grant, Office, Person
from copronet.common_ground.people.queries import holds, powers_of, who_does_what
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def found() -> None:
    bring_in_founding(using="default", apps=apps)


def test_the_first_offices_stand_in_both_languages():
    offices = [(office.code, office.name_cy, office.name_en) for office in who_does_what()]

    assert offices == [(office.code, office.name_cy, office.name_en) for office in OFFICES]


def test_founding_twice_changes_nothing():
    before = (Office.objects.count(), Grant.objects.count(), ConsentWording.objects.count())

    found()

    assert (Office.objects.count(), Grant.objects.count(), ConsentWording.objects.count()) == before


def test_founding_again_keeps_a_new_name_and_does_not_bring_back_an_ended_power():
    Office.objects.filter(code="translator").update(name_en="Host")
    powers = Grant.objects.filter(office="translator").count()
    Grant.objects.filter(office="translator").update(begins=date(2026, 1, 1), ends=date(2026, 1, 2))

    found()

    assert Office.objects.get(code="translator").name_en == "Host"
    assert Grant.objects.filter(office="translator").count() == powers


@pytest.mark.django_db(transaction=True)
def test_the_offices_outlive_an_emptied_test_database():
    assert Office.objects.count() == len(OFFICES)


def test_an_operator_appoints_the_first_director(capsys):
    call_command("appoint", "mair@enghraifft.example", "network-director", "--name", "Mair Enghraifft")

    director = Person.objects.get(email="mair@enghraifft.example")
    assert holds(director, "people.grant_powers")
    assert capsys.readouterr().out == "Mair Enghraifft: Network Director\n"


def test_appointing_to_an_unknown_office_names_the_known_ones():
    with pytest.raises(CommandError, match="network-director, network-coordinator"):
        call_command("appoint", PersonFactory().email, "king")


def test_appointing_an_unknown_address_asks_for_a_name():
    with pytest.raises(CommandError, match="--name"):
        call_command("appoint", "nobody@enghraifft.example", "network-director")


def test_an_office_with_no_grant_gives_no_power():
    person = PersonFactory()
    call_command("appoint", person.email, "moderator")

    assert powers_of(person) == frozenset()
