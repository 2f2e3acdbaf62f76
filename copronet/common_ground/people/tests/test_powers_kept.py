"""What is asked on every page, in words of the database's own, is what `powers_of` says in the ORM's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from copronet.common_ground.people.models import Grant, Office
from copronet.common_ground.people.queries import holds, must_give_second_factor, powers_of
from tests.factories import HoldingFactory, OrganisationFactory, PersonFactory, RepresentationFactory

pytestmark = pytest.mark.django_db
POWER = "people.look_after"


def to_the_person(person, **days):
    Grant.objects.create(power=POWER, person=person, decision_en="The board", **days)


def to_their_office(person, **days):
    office = Office.objects.create(code="keeper", name_en="Keeper", name_cy="Ceidwad")
    Grant.objects.create(power=POWER, office=office, decision_en="The board", **days)
    HoldingFactory(person=person, office=office)


def by_holding_an_office(person, **days):
    office = Office.objects.create(code="keeper", name_en="Keeper", name_cy="Ceidwad")
    Grant.objects.create(power=POWER, office=office, decision_en="The board", begins=timezone.localdate())
    HoldingFactory(person=person, office=office, **days)


def to_an_organisation_they_answer_for(person, **days):
    organisation = OrganisationFactory()
    Grant.objects.create(power=POWER, organisation=organisation, decision_en="The board", **days)
    RepresentationFactory(person=person, organisation=organisation, answers_for_it=True)


def to_an_organisation_they_only_speak_for(person, **days):
    organisation = OrganisationFactory()
    Grant.objects.create(power=POWER, organisation=organisation, decision_en="The board", **days)
    RepresentationFactory(person=person, organisation=organisation, answers_for_it=False)


WAYS = [
    to_the_person,
    to_their_office,
    by_holding_an_office,
    to_an_organisation_they_answer_for,
    to_an_organisation_they_only_speak_for,
]


@pytest.mark.parametrize("give", WAYS)
@pytest.mark.parametrize(
    ("begins", "ends"), [(-2, None), (0, None), (1, None), (-2, 0), (-2, 1)], ids=lambda day: f"{day}"
)
def test_a_power_reaches_a_person_the_same_by_either_way_of_asking(give, begins, ends):
    person, today = PersonFactory(), timezone.localdate()
    give(
        person,
        begins=today + timedelta(days=begins),
        ends=None if ends is None else today + timedelta(days=ends),
    )

    assert holds(person, POWER) == (POWER in powers_of(person))


@pytest.mark.parametrize("give", [to_the_person, to_their_office, to_an_organisation_they_answer_for])
def test_it_does_reach_them_and_a_second_factor_is_asked(give):
    person = PersonFactory()

    give(person, begins=timezone.localdate())

    assert holds(person, POWER)
    assert must_give_second_factor(person)
    assert not must_give_second_factor(PersonFactory())


def test_an_office_without_powers_asks_for_a_second_factor_from_the_day_it_begins():
    office = Office.objects.create(code="keeper", name_en="Keeper", name_cy="Ceidwad")
    holder, to_come = PersonFactory(), PersonFactory()
    HoldingFactory(person=holder, office=office)
    HoldingFactory(person=to_come, office=office, begins=timezone.localdate() + timedelta(days=1))

    assert must_give_second_factor(holder)
    assert not must_give_second_factor(to_come)
