"""What becomes of a membership when people leave, are merged, or ask what is held about them."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.departing import forget_departed, leave, record_death
from copronet.common_ground.people.actions.merging import merge
from copronet.common_ground.people.actions.merging_organisations import merge_organisations
from copronet.common_ground.people.queries import everything_about
from copronet.common_ground.search.models import Document
from copronet.community_of_practice.members.management.commands.draw_states import page
from copronet.community_of_practice.members.models import Interest, Membership, Promise
from copronet.community_of_practice.members.tasks import remind_unfinished
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    PromiseFactory,
    person_with,
)

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[4]


def test_whoever_leaves_takes_their_words_along_and_the_promise_stays_counted():
    promise = PromiseFactory(membership__is_listed=True)
    person = promise.membership.person
    Interest.objects.create(membership=promise.membership, kind="offer", words="Fy mhrofiad", language="cy")
    leave(actor=Actor(person), person=person)

    forget_departed(on=timezone.localdate() + timedelta(days=4000))

    stored = Promise.objects.get()
    assert (stored.words_cy, stored.words_en, stored.is_shared) == ("…", "", False)
    membership = Membership.objects.get()
    assert (membership.state, membership.is_listed) == ("left", False)
    assert not Interest.objects.exists()


@pytest.mark.parametrize(
    "goes",
    [
        lambda person: leave(actor=Actor(person), person=person),
        lambda person: record_death(actor=Actor(PersonFactory()), person=person, on=timezone.localdate()),
    ],
)
def test_whoever_goes_is_no_member_from_that_day_and_what_they_said_stays_until_it_is_forgotten(goes):
    promise = PromiseFactory(membership__is_listed=True)

    goes(promise.membership.person)

    membership = Membership.objects.get()
    assert (membership.state, membership.since, membership.is_listed) == ("left", timezone.localdate(), False)
    assert Deed.objects.filter(verb="members.left", object_id=membership.pk).count() == 1
    assert Promise.objects.get().words_cy == promise.words_cy


def test_whoever_had_left_as_a_member_before_does_not_leave_again():
    membership = MembershipFactory(state="left")

    leave(actor=Actor(membership.person), person=membership.person)

    membership.refresh_from_db()
    assert membership.since == MembershipFactory.since
    assert not Deed.objects.filter(verb="members.left").exists()


def test_of_two_records_the_one_kept_has_the_membership():
    membership = MembershipFactory()
    kept = PersonFactory()

    merge(
        actor=Actor(person_with("people.look_after")),
        duplicate=membership.person,
        kept=kept,
        chosen={"email": "kept"},
    )

    membership.refresh_from_db()
    assert membership.person == kept


def test_what_is_held_holds_the_membership():
    promise = PromiseFactory(words_cy="Gwrando")

    held = everything_about(promise.membership.person)["membership"]

    assert held[0]["promises"][0]["words_cy"] == "Gwrando"


def test_the_drawing_in_the_docs_is_the_one_the_code_makes():
    from django.utils.translation import override

    with override("en"):
        assert (ROOT / "docs" / "membership.md").read_text(encoding="utf-8") == page()


def test_whoever_stops_on_the_way_is_reminded_once_and_then_left_in_peace():
    today = timezone.localdate()
    membership = MembershipFactory(state="begun", since=today, welcomed_on=None)

    for days in range(0, 120, 3):
        remind_unfinished(on=today + timedelta(days=days))

    membership.refresh_from_db()
    assert membership.reminded_on == today + timedelta(days=9)
    assert membership.state == "left"
    assert membership.person.letters.filter(template="members/letters/unfinished").count() == 1


def test_of_two_records_of_an_organisation_the_one_kept_has_the_membership_and_its_promise_is_found_there():
    promise = PromiseFactory(membership=OrganisationMembershipFactory(), words_cy="Gwrando")
    kept, duplicate = OrganisationFactory(), promise.membership.organisation

    merge_organisations(actor=Actor(person=None), duplicate=duplicate, kept=kept, chosen={})

    assert Membership.objects.get().organisation == kept
    assert f"/{kept.pk}/" in Document.objects.get(kind="members.promise").address_cy


def test_where_both_records_of_an_organisation_are_members_one_goes_on_and_only_its_promise_is_found():
    going, staying = (
        PromiseFactory(membership=OrganisationMembershipFactory(is_listed=True)) for _number in range(2)
    )

    merge_organisations(
        actor=Actor(person=None),
        duplicate=going.membership.organisation,
        kept=staying.membership.organisation,
        chosen={},
    )

    assert set(Membership.objects.values_list("pk", "state", "is_listed")) == {
        (going.membership_id, "left", False),
        (staying.membership_id, "active", True),
    }
    assert Document.objects.get(kind="members.promise").object_id == str(staying.pk)


def test_a_record_that_is_a_member_does_not_go_for_one_that_only_began_to_join():
    member = OrganisationMembershipFactory()
    begun = OrganisationMembershipFactory(state="begun", welcomed_on=None)

    with pytest.raises(ActionRefused):
        merge_organisations(
            actor=Actor(person=None), duplicate=member.organisation, kept=begun.organisation, chosen={}
        )

    member.refresh_from_db()
    assert member.state == "active"
