"""Memberships kept elsewhere are brought in by a table, looked through first, and can be taken out again."""

import pytest

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.spreadsheets.choices import Outcome
from copronet.community_of_practice.members.imports import MembershipSheet
from copronet.community_of_practice.members.models import Membership
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    PromiseFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return Actor(PersonFactory())


def brought_in(staff, **said):
    sheet = MembershipSheet()
    return sheet.carry_out(actor=staff, said=said, verdict=sheet.judge(said))


def test_a_row_makes_the_membership_of_an_organisation_that_is_here(staff):
    organisation = OrganisationFactory(name_cy="Criw'r Cwm", name_en="Valley Crew")

    brought_in(staff, organisation="Valley Crew", state="Gweithgar", since="2024-05-01", is_listed="ie")

    membership = Membership.objects.get(organisation=organisation)
    assert (membership.state, str(membership.welcomed_on), membership.is_listed) == (
        "active",
        "2024-05-01",
        True,
    )


@pytest.mark.parametrize(
    "said",
    [
        {"organisation": "Nobody knows us"},
        {"organisation": "", "person": ""},
        {"person": "mair@enghraifft.example", "since": "1 May"},
        {"person": "mair@enghraifft.example", "state": "happy"},
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_a_reason_in_both_languages(said):
    PersonFactory(email="mair@enghraifft.example")

    verdict = MembershipSheet().judge(said)

    assert verdict.outcome == Outcome.REFUSED
    assert all(reason.cy and reason.en and reason.cy != reason.en for reason in verdict.reasons)


def test_a_row_that_says_what_stands_changes_nothing():
    membership = MembershipFactory()

    verdict = MembershipSheet().judge({"person": membership.person.email, "state": "active"})

    assert verdict.outcome == Outcome.UNCHANGED


def test_what_a_row_made_can_be_taken_out_and_what_it_changed_put_back(staff):
    organisation = OrganisationFactory()
    made = brought_in(staff, organisation=str(organisation.pk), state="active")
    member = OrganisationMembershipFactory()
    changed = brought_in(staff, organisation=str(member.organisation.pk), state="paused")

    for done in (made, changed):
        MembershipSheet().take_back(actor=staff, done=done)

    assert not Membership.objects.filter(organisation=organisation).exists()
    member.refresh_from_db()
    assert member.state == "active"


def test_a_member_who_has_promised_since_is_not_taken_out(staff):
    organisation = OrganisationFactory()
    done = brought_in(staff, organisation=str(organisation.pk))
    PromiseFactory(membership=Membership.objects.get(organisation=organisation))

    with pytest.raises(ActionRefused):
        MembershipSheet().take_back(actor=staff, done=done)

    assert Membership.objects.filter(organisation=organisation).exists()


def test_the_table_goes_out_as_it_came_in():
    membership = OrganisationMembershipFactory(is_listed=True)

    (row,) = MembershipSheet().rows()

    assert row["organisation"] == str(membership.organisation)
    assert row["since"] == "2026-04-01"
