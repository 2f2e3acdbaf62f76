from datetime import date

import pytest
from django.urls import reverse

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import versions_of
from copronet.common_ground.languages.models import Passage
from copronet.common_ground.people import registry
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.actions.merging_organisations import merge_organisations
from copronet.common_ground.people.models import Organisation, OrganisationNumber
from copronet.common_ground.people.queries import answers_for, holds, numbers_of, organisations_of
from copronet.common_ground.people.queries.duplicates import like_these
from tests.at_once import only_where_rows_are_held, together
from tests.factories import (
    GrantFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

pytestmark = pytest.mark.django_db
STAFF = Actor(person=None)


def two(**said):
    return OrganisationFactory(), OrganisationFactory(**said)


def test_one_record_stays_with_what_was_chosen_and_the_other_points_to_it():
    kept, duplicate = two(website="https://hud.example", size="few")
    kept.areas_served.set(["W06000023"])
    duplicate.areas_served.set(["W06000015"])

    merge_organisations(
        actor=STAFF,
        duplicate=duplicate,
        kept=kept,
        chosen={"name_cy": "duplicate", "areas_served": "duplicate", "size": "kept"},
    )

    kept.refresh_from_db()
    duplicate.refresh_from_db()
    assert (kept.name_cy, kept.size, kept.website) == (duplicate.name_cy, "", "https://hud.example")
    assert [area.pk for area in kept.areas_served.all()] == ["W06000015"]
    assert duplicate.merged_into == kept


def test_both_histories_are_kept():
    kept, duplicate = two()
    for each in (kept, duplicate):
        describe_organisation(actor=STAFF, verb="people.organisation_changed", organisation=each)
    person = PersonFactory()
    record(
        actor=Actor(person, for_organisation=duplicate), verb="people.organisation_changed", about=duplicate
    )

    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert versions_of(duplicate).count() == 1
    assert versions_of(kept).count() == 2
    assert Deed.objects.get(for_organisation=duplicate).actor == person
    assert Deed.objects.filter(verb="people.organisations_merged", object_id=str(duplicate.pk)).exists()


def test_numbers_come_together_and_where_both_have_one_it_is_chosen():
    kept, duplicate = two()
    for holder, scheme, number in (
        (kept, "GB-CHC", "1090095"),
        (duplicate, "GB-CHC", "1173575"),
        (duplicate, "GB-COH", "09506232"),
    ):
        OrganisationNumber.objects.create(organisation=holder, scheme=scheme, number=number)

    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={"GB-CHC": "duplicate"})

    assert numbers_of(kept) == {"GB-CHC": "1173575", "GB-COH": "09506232"}
    assert numbers_of(duplicate) == {}


def test_those_who_acted_for_the_duplicate_act_for_the_one_kept_and_one_person_answers():
    kept, duplicate = two()
    answering = RepresentationFactory(organisation=kept, answers_for_it=True).person
    also = RepresentationFactory(organisation=duplicate, answers_for_it=True).person
    RepresentationFactory(organisation=kept, person=also)

    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert list(organisations_of(also)) == [kept]
    assert answers_for(answering, kept)
    assert kept.representations.filter(ends__isnull=True, answers_for_it=True).count() == 1


def test_where_nobody_answered_the_one_who_answered_for_the_duplicate_goes_on():
    kept, duplicate = two()
    also = RepresentationFactory(organisation=duplicate, answers_for_it=True).person
    RepresentationFactory(organisation=kept, person=also)

    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert answers_for(also, kept)


def test_powers_go_to_the_record_kept():
    kept, duplicate = two()
    answering = RepresentationFactory(organisation=duplicate, answers_for_it=True).person
    GrantFactory(person=None, organisation=duplicate, power="plan.edit")

    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert holds(type(answering).objects.get(pk=answering.pk), "plan.edit")


def test_nobody_gains_powers_by_merging_what_they_answer_for():
    kept, duplicate = two()
    person = RepresentationFactory(organisation=kept, answers_for_it=True).person
    GrantFactory(person=None, organisation=duplicate, power="plan.edit", begins=date(2099, 1, 1))

    with pytest.raises(ActionRefused):
        merge_organisations(actor=Actor(person), duplicate=duplicate, kept=kept, chosen={})

    assert Organisation.objects.get(pk=duplicate.pk).merged_into is None


def test_an_organisation_with_powers_is_merged_only_by_those_who_may_give_powers(client):
    kept, duplicate = two()
    GrantFactory(person=None, organisation=duplicate, power="plan.edit")
    client.force_login(person_with("people.look_after"))
    addresses = [
        reverse("people:merge_organisations", args=pair)
        for pair in ([kept.pk, duplicate.pk], [duplicate.pk, kept.pk])
    ]

    assert [client.post(address, {}).status_code for address in addresses] == [404, 403]


def test_a_record_is_not_merged_with_itself_or_with_one_that_was_merged():
    kept, duplicate = two()
    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    for other in (kept, duplicate):
        with pytest.raises(ActionRefused):
            merge_organisations(actor=STAFF, duplicate=other, kept=kept, chosen={})


def test_of_three_records_all_lead_to_the_one_that_stands(client):
    last = OrganisationFactory()
    kept, duplicate = two()
    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    merge_organisations(actor=STAFF, duplicate=kept, kept=last, chosen={})

    answer = client.get(reverse("people:organisation", args=[duplicate.pk]))
    assert answer["Location"] == reverse("people:organisation", args=[last.pk])


def test_the_old_name_still_finds_the_record_kept():
    kept = OrganisationFactory()
    duplicate = Organisation(name_cy="Hen Enw Hudolus")
    describe_organisation(actor=STAFF, verb="people.organisation_added", organisation=duplicate)
    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={"name_cy": "kept"})

    assert [each.organisation for each in like_these(name_cy="Hen Enw Hudolus")] == [kept]


def test_a_record_kept_under_another_waits_for_no_translator_and_is_changed_by_nobody(client):
    kept = OrganisationFactory()
    duplicate = Organisation(name_cy="Hen enw")
    describe_organisation(actor=STAFF, verb="people.organisation_added", organisation=duplicate)
    merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})
    client.force_login(person_with("people.look_after"))

    answer = client.post(reverse("people:change_organisation", args=[duplicate.pk]), {"name_cy": "Arall"})

    assert answer.status_code == 403
    assert not Passage.objects.filter(object_type="people.organisation", object_id=str(duplicate.pk)).exists()


def test_other_rooms_move_what_they_hold_in_the_same_transaction(monkeypatch):
    kept, duplicate = two()
    moved = []

    def refuse(gone, stays):
        moved.append((gone, stays))
        raise ActionRefused("Both have a membership.")

    monkeypatch.setattr(registry, "_merging_organisations", [*registry.merging_organisations(), refuse])

    with pytest.raises(ActionRefused):
        merge_organisations(actor=STAFF, duplicate=duplicate, kept=kept, chosen={})

    assert moved == [(duplicate, kept)]
    assert Organisation.objects.get(pk=duplicate.pk).merged_into is None


def test_staff_choose_the_other_see_both_side_by_side_and_make_one(client):
    kept, duplicate = two(size="few")
    client.force_login(person_with("people.look_after"))
    choose = reverse("people:choose_other_organisation", args=[kept.pk])

    by_name = client.post(choose, {"other": duplicate.name_en})
    unknown = client.post(choose, {"other": "Neb"})
    page = client.get(by_name["Location"])
    client.post(by_name["Location"], {"name_cy": "duplicate", "name_en": "kept", "size": "duplicate"})

    assert unknown.context["form"].errors
    assert list(page.context["form"].fields) == ["name_cy", "name_en", "size"]
    kept.refresh_from_db()
    assert (kept.name_cy, kept.size) == (duplicate.name_cy, "few")


@only_where_rows_are_held
@pytest.mark.django_db(transaction=True)
def test_of_two_who_merge_each_into_the_other_at_once_one_is_refused():
    one, other = two()

    came = together(
        lambda: merge_organisations(actor=STAFF, duplicate=one, kept=other, chosen={}),
        lambda: merge_organisations(actor=STAFF, duplicate=other, kept=one, chosen={}),
    )

    assert came == ["done", "refused"]
    assert Organisation.objects.filter(merged_into=None).count() == 1
