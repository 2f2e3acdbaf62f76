"""The ways round decision 0007 that a reviewer found, each closed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.people.actions.organisations import make_answer, record_representative
from copronet.common_ground.people.actions.support import ask_support, end_support
from copronet.common_ground.people.models import Office
from copronet.common_ground.people.rules import record_has_no_powers
from tests.factories import (
    GrantFactory,
    HoldingFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def powerful_organisation():
    organisation = OrganisationFactory()
    GrantFactory(person=None, organisation=organisation, power="people.grant_powers")
    return organisation


def test_whoever_looks_after_people_does_not_take_an_organisations_powers(powerful_organisation):
    staff = person_with("people.look_after")

    with pytest.raises(ActionRefused):
        record_representative(
            actor=Actor(staff), organisation=powerful_organisation, person=staff, answers_for_it=True
        )


def test_whoever_may_give_powers_makes_somebody_else_answer_but_not_themselves(powerful_organisation):
    giver = person_with("people.grant_powers")
    other = RepresentationFactory(organisation=powerful_organisation)
    own = RepresentationFactory(organisation=powerful_organisation, person=giver)

    make_answer(actor=Actor(giver), representation=other)
    with pytest.raises(ActionRefused):
        make_answer(actor=Actor(giver), representation=own)

    other.refresh_from_db()
    assert other.answers_for_it


def test_a_power_that_begins_later_guards_the_record_already():
    tomorrow = timezone.localdate() + timedelta(days=1)
    coming = HoldingFactory(office=Office.objects.get(code="network-director"), begins=tomorrow).person

    assert record_has_no_powers(PersonFactory(), coming) is False
    assert record_has_no_powers(PersonFactory(), PersonFactory()) is True


def test_nobody_sends_many_people_letters_by_asking():
    person = PersonFactory()
    for _time in range(5):
        end_support(
            actor=Actor(person),
            support=ask_support(actor=Actor(person), supported=person, address=PersonFactory().email),
        )

    with pytest.raises(ActionRefused):
        ask_support(actor=Actor(person), supported=person, address=PersonFactory().email)


def test_asking_tells_nothing_about_somebody_whose_page_is_closed(client):
    person, hidden = PersonFactory(), PersonFactory(name="Amina Gudd", seen_by="nobody")
    client.force_login(person)

    page = client.post("/en/my-details/support/", {"email": hidden.email, "scope": ""}, follow=True)

    assert "Amina Gudd" not in page.text
    assert hidden.email not in page.text
