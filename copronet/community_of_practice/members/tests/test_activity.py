"""A member counts as active by a deed that is kept, under a rule that members set."""

from datetime import timedelta

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.community_of_practice.members.actions.activity import keep_qualifications, set_active_rule
from copronet.community_of_practice.members.actions.states import move
from copronet.community_of_practice.members.choices import months_from
from copronet.community_of_practice.members.models import Membership, Qualification
from copronet.community_of_practice.members.queries.activity import active_on, rule_in_force
from tests.factories import (
    MembershipFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    PromiseFactory,
    RepresentationFactory,
)

pytestmark = pytest.mark.django_db


def promised_by(membership, actor):
    promise = PromiseFactory(membership=membership)
    return record(actor=actor, verb="members.promised", about=promise)


def test_a_deed_makes_a_member_active_for_a_year_and_is_kept():
    membership = MembershipFactory()
    deed = promised_by(membership, Actor(membership.person))
    today = timezone.localdate()

    keep_qualifications(on=today)

    assert Qualification.objects.get().deed == deed
    assert list(active_on(today)) == [membership]
    assert list(active_on(months_from(today, 12) - timedelta(days=1))) == [membership]
    assert list(active_on(months_from(today, 12))) == []


def test_a_deed_done_for_an_organisation_counts_for_it_and_not_for_the_person():
    organisation_member = OrganisationMembershipFactory()
    person = RepresentationFactory(organisation=organisation_member.organisation).person
    MembershipFactory(person=person)
    promised_by(organisation_member, Actor(person, for_organisation=organisation_member.organisation))

    keep_qualifications(on=timezone.localdate())

    assert list(active_on(timezone.localdate())) == [organisation_member]


def test_a_deed_done_for_somebody_supported_counts_for_them():
    membership = MembershipFactory()
    promised_by(membership, Actor(PersonFactory(), for_person=membership.person))

    keep_qualifications(on=timezone.localdate())

    assert list(active_on(timezone.localdate())) == [membership]


def test_noting_twice_notes_nothing_twice():
    membership = MembershipFactory()
    promised_by(membership, Actor(membership.person))
    today = timezone.localdate()

    assert keep_qualifications(on=today) == 1
    assert keep_qualifications(on=today) == 0


def test_signing_in_alone_makes_nobody_active():
    membership = MembershipFactory()
    record(actor=Actor(membership.person), verb="people.details_changed", about=membership.person)

    keep_qualifications(on=timezone.localdate())

    assert not Qualification.objects.exists()


def test_a_new_rule_counts_by_itself_and_the_former_count_stays():
    membership = MembershipFactory()
    promised_by(membership, Actor(membership.person))
    today = timezone.localdate()
    keep_qualifications(on=today)

    set_active_rule(
        actor=Actor(PersonFactory()), months=3, verbs=["members.progress_told"], decision_cy="Y fforwm"
    )
    keep_qualifications(on=today)

    assert rule_in_force(today).number == 2
    assert list(active_on(today)) == []
    assert Qualification.objects.get().rule.number == 1


@pytest.mark.parametrize("verbs", [[], ["people.details_changed"]])
def test_a_rule_counts_only_deeds_that_rooms_offer_for_it(verbs):
    with pytest.raises(ActionRefused):
        set_active_rule(actor=Actor(PersonFactory()), months=12, verbs=verbs, decision_cy="Y fforwm")


def test_whoever_has_left_counts_until_the_day_they_left_and_no_longer():
    membership = MembershipFactory()
    promised_by(membership, Actor(membership.person))
    today = timezone.localdate()
    keep_qualifications(on=today)

    move(actor=Actor(membership.person), membership=membership, code="left")

    assert list(active_on(today)) == []
    Membership.objects.update(since=today + timedelta(days=3))
    assert list(active_on(today)) == [membership]
