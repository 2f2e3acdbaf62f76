"""Somebody offers to act for an organisation that is here already, and it says yes or no."""

import pytest
from django.core import mail
from django.urls import reverse

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.people.actions.organisations import (
    accept_offer,
    agree_to_represent,
    offer_to_represent,
)
from copronet.common_ground.people.models import Representation
from copronet.common_ground.people.queries import offers_for_staff, organisations_of
from copronet.common_ground.work.actions import run_due
from tests.factories import OrganisationFactory, PersonFactory, RepresentationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def answering():
    return RepresentationFactory(answers_for_it=True)


def offered_by(person, organisation) -> Representation:
    return offer_to_represent(actor=Actor(person), organisation=organisation)


def test_an_offer_gives_no_power_until_the_organisation_agrees(answering):
    person = PersonFactory()
    offer = offered_by(person, answering.organisation)
    assert list(organisations_of(person)) == []

    accept_offer(actor=Actor(answering.person), representation=offer)

    assert list(organisations_of(person)) == [answering.organisation]


def test_nobody_accepts_their_own_offer(answering):
    person = PersonFactory()
    offer = offered_by(person, answering.organisation)

    for agree in (accept_offer, agree_to_represent):
        with pytest.raises(ActionRefused):
            agree(actor=Actor(person), representation=offer)

    assert list(organisations_of(person)) == []


def test_whoever_answers_is_told_of_the_offer(answering, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        offered_by(PersonFactory(), answering.organisation)
    run_due()

    assert [letter.to for letter in mail.outbox] == [[answering.person.email]]


def test_staff_see_offers_to_organisations_for_which_nobody_answers(answering):
    alone = OrganisationFactory()
    offered_by(PersonFactory(), answering.organisation)
    waiting = offered_by(PersonFactory(), alone)

    assert list(offers_for_staff()) == [waiting]


def test_an_offer_cannot_be_agreed_to_by_the_page_for_those_who_were_asked(client, answering):
    person = PersonFactory()
    offer = offered_by(person, answering.organisation)
    client.force_login(person)

    client.post(reverse("people:agree_to_represent", args=[offer.pk]))

    assert list(organisations_of(person)) == []


def test_many_offers_in_a_day_are_refused():
    person = PersonFactory()
    for _ in range(5):
        offered_by(person, OrganisationFactory())

    with pytest.raises(ActionRefused):
        offered_by(person, OrganisationFactory())
