"""The members in numbers: organisations exactly, people protected, and every count with what was counted."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from copronet.common_ground.journal.actions import Actor, record
from copronet.common_ground.people.models import OrganisationKind, PersonCapacity
from copronet.common_ground.places.models import Area, Population
from copronet.community_of_practice.members.actions.activity import keep_qualifications
from copronet.community_of_practice.members.measures import active_organisations
from copronet.community_of_practice.members.queries.numbers import (
    balance_of_voices,
    organisations_by_kind,
    people_by_area,
    people_by_capacity,
)
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    OrganisationMembershipFactory,
    PersonFactory,
    PromiseFactory,
)

pytestmark = pytest.mark.django_db


def active_member(kind):
    membership = OrganisationMembershipFactory(organisation=OrganisationFactory(kind=kind))
    person = PersonFactory()
    actor = Actor(person, for_organisation=membership.organisation)
    record(actor=actor, verb="members.promised", about=PromiseFactory(membership=membership))
    keep_qualifications(on=timezone.localdate())
    return membership


def test_organisations_are_counted_by_kind_joined_and_active():
    kind = OrganisationKind.objects.first()
    active_member(kind)
    OrganisationMembershipFactory(organisation=OrganisationFactory(kind=kind))
    OrganisationMembershipFactory(organisation=OrganisationFactory(kind=kind), state="applied")

    (row,) = organisations_by_kind(timezone.localdate())

    assert (row.kind, row.members, row.active) == (kind, 2, 1)


def test_the_measure_names_the_deed_that_made_each_organisation_active():
    membership = active_member(OrganisationKind.objects.first())

    (counted,) = active_organisations(timezone.localdate())

    assert counted.membership == membership.pk
    assert counted.deed == membership.qualifications.get().deed_id


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_is_taken_away_is_what_the_page_shows_small_numbers_held_back(client, language):
    for number, capacity in enumerate(["carer"] * 12 + ["citizen"] * 3):
        person = PersonFactory(area=Area.objects.all()[number % 2])
        PersonCapacity.objects.create(person=person, capacity=capacity)
        MembershipFactory(person=person)

    with override(language):
        chart = client.get(reverse("members:numbers")).context["capacities"]
        taken = client.get(reverse("members:numbers_file", args=["csv"]))
    rows = list(csv.reader(io.StringIO(taken.getvalue().decode("utf-8-sig"))))

    assert [(row[1], row[3]) for row in rows if row[0] == str(chart.title)][1:] == [
        (str(bar.label), str(bar.shown)) for bar in chart.bars
    ]
    assert next(row[1] for row in rows if row[0] == str(chart.title)) == str(chart.reading)
    assert "3" not in [row[3] for row in rows]


def test_the_numbers_come_as_a_workbook_and_in_no_other_form_than_offered(client):
    workbook = client.get(reverse("members:numbers_file", args=["xlsx"]))

    assert b"".join(workbook.streaming_content).startswith(b"PK")
    assert client.get(reverse("members:numbers_file", args=["exe"])).status_code == 404


def test_a_few_people_in_an_area_are_never_counted_in_the_open(client):
    area = Area.objects.first()
    for _number in range(3):
        MembershipFactory(person=PersonFactory(area=area))

    assert people_by_area().shown[area.code].count is None
    assert client.get(reverse("members:numbers")).status_code == 200


def test_the_page_asks_as_often_for_three_kinds_as_for_one(client, count_queries):
    kinds = list(OrganisationKind.objects.all()[:3])
    OrganisationMembershipFactory(organisation=OrganisationFactory(kind=kinds[0]))
    with_one = count_queries(lambda: client.get(reverse("members:numbers")))
    for kind in kinds[1:]:
        OrganisationMembershipFactory(organisation=OrganisationFactory(kind=kind))

    assert count_queries(lambda: client.get(reverse("members:numbers"))) == with_one


def test_where_every_count_is_held_back_a_sentence_stands_for_the_chart(client):
    for capacity in ["carer"] * 8 + ["citizen"] * 8:
        MembershipFactory().person.capacities.create(capacity=capacity)

    page = client.get(reverse("members:numbers")).text

    assert "Each part is too small to be shown" in page
    assert "not shown</td>" not in page


def test_somebody_who_takes_part_in_two_ways_is_one_person_in_the_total():
    for _number in range(12):
        person = MembershipFactory().person
        for capacity in ("carer", "citizen"):
            PersonCapacity.objects.create(person=person, capacity=capacity)

    counted = people_by_capacity()

    assert counted.total == 10
    assert counted.shown["carer"].count == 10


def test_members_stand_beside_everybody_area_by_area_without_giving_few_away():
    many, few = Area.objects.order_by("code")[:2]
    for area, number in ((many, 40), (few, 3)):
        for _each in range(number):
            MembershipFactory(person=PersonFactory(area=area))
        Population.objects.create(area=area, year=2026, people=50_000, source="Prawf")

    shares = {each.area: (each.of_members, each.of_people) for each in balance_of_voices()}

    assert shares[few] == (None, 50)
    assert shares[many][1] == 50


def test_there_is_no_balance_while_no_population_is_loaded():
    MembershipFactory(person=PersonFactory(area=Area.objects.first()))

    assert balance_of_voices() == []
