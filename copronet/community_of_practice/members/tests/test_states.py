"""The table of transitions: what is possible from where, who may, and who is told."""

from itertools import product

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.work.actions import run_due
from copronet.community_of_practice.members.actions.states import move
from copronet.community_of_practice.members.choices import TRANSITIONS, State
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.queries import moves_open_to
from tests.factories import (
    MembershipFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

pytestmark = pytest.mark.django_db

IMPOSSIBLE = [
    (state, transition.code)
    for state, transition in product(State, TRANSITIONS)
    if state not in transition.sources
]


@pytest.mark.parametrize(("state", "code"), IMPOSSIBLE)
def test_what_the_table_does_not_say_is_refused(state, code):
    membership = MembershipFactory(state=state)

    with pytest.raises(ActionRefused):
        move(actor=Actor(membership.person), membership=membership, code=code)

    membership.refresh_from_db()
    assert membership.state == state
    assert not Deed.objects.filter(verb=f"members.{code}").exists()


def test_a_welcome_makes_a_member_and_is_told_in_their_language(django_capture_on_commit_callbacks):
    membership = MembershipFactory(
        state="applied", welcomed_on=None, person=PersonFactory(name="Siân Enghraifft", language="cy")
    )

    with django_capture_on_commit_callbacks(execute=True):
        move(actor=Actor(person_with("members.look_after")), membership=membership, code="welcomed")
    run_due()

    membership.refresh_from_db()
    assert membership.is_member
    assert membership.welcomed_on == membership.since
    (letter,) = mail.outbox
    assert letter.subject == "Eich aelodaeth: Siân Enghraifft"


def test_whoever_answers_for_an_organisation_is_told_and_the_others_are_not(
    django_capture_on_commit_callbacks,
):
    membership = OrganisationMembershipFactory(state="applied")
    answering = RepresentationFactory(organisation=membership.organisation, answers_for_it=True)
    RepresentationFactory(organisation=membership.organisation)

    with django_capture_on_commit_callbacks(execute=True):
        move(actor=Actor(person_with("members.look_after")), membership=membership, code="welcomed")
    run_due()

    assert [letter.to for letter in mail.outbox] == [[answering.person.email]]


def test_an_outsider_has_no_move_and_a_member_has_no_power_over_welcomes():
    membership = MembershipFactory(state="applied")

    def codes(person):
        return [each.code for each in moves_open_to(membership, person)]

    assert codes(PersonFactory()) == []
    assert codes(membership.person) == ["taken_back", "left"]
    assert codes(person_with("members.look_after")) == ["welcomed", "taken_back", "left"]


def test_somebody_who_acts_for_an_organisation_fills_in_but_only_whoever_answers_ends_it():
    membership = OrganisationMembershipFactory()
    acting = RepresentationFactory(organisation=membership.organisation).person
    answering = RepresentationFactory(organisation=membership.organisation, answers_for_it=True).person

    assert [each.code for each in moves_open_to(membership, acting)] == []
    assert [each.code for each in moves_open_to(membership, answering)] == ["paused", "left"]


def test_a_lapse_takes_no_voice_away():
    membership = MembershipFactory()

    move(actor=Actor(person_with("members.look_after")), membership=membership, code="lapsed")

    membership.refresh_from_db()
    assert membership.is_member


def test_the_database_keeps_a_membership_to_one_party():
    membership = MembershipFactory()
    membership.organisation = OrganisationMembershipFactory().organisation

    with pytest.raises(IntegrityError), transaction.atomic():
        membership.save()

    assert Membership.objects.filter(person__isnull=False, organisation__isnull=False).count() == 0
