from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.offices import (
    end_grant,
    end_holding,
    give_office,
    give_power,
)
from copronet.common_ground.people.models import Grant, Holding, Office
from copronet.common_ground.people.queries import holders_of, holds, powers_of
from copronet.common_ground.work.actions import run_due
from tests.at_once import only_where_rows_are_held, together
from tests.factories import (
    GrantFactory,
    HoldingFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
    person_with,
)

from .measuring import asked_with

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
DECISION = {"decision_cy": "Penderfyniad", "decision_en": "Decision"}


def office(code: str = "moderator") -> Office:
    return Office.objects.get(code=code)


def give(actor, person, **said):
    return give_office(actor=Actor(actor), office=office(), person=person, begins=TODAY(), **DECISION | said)


def test_an_office_given_gives_its_powers_from_that_day_and_leaves_a_line():
    giver, person = person_with("people.grant_powers"), PersonFactory()

    holding = give_office(
        actor=Actor(giver), office=office("network-director"), person=person, begins=TODAY(), **DECISION
    )

    assert holds(person, "people.look_after")
    deed = Deed.objects.get(verb__startswith="people.")
    assert (deed.verb, deed.actor, deed.object_id) == ("people.office_given", giver, str(holding.pk))


def test_an_office_given_from_tomorrow_gives_nothing_today():
    person = PersonFactory()

    give_office(
        actor=CLOCKWORK,
        office=office("network-director"),
        person=person,
        begins=TODAY() + timedelta(days=1),
        **DECISION,
    )

    assert powers_of(person) == frozenset()
    assert "people.look_after" in powers_of(person, on=TODAY() + timedelta(days=1))


def test_an_office_ended_today_gives_nothing_today():
    person = PersonFactory()
    holding = HoldingFactory(office=office("network-coordinator"), person=person)

    end_holding(actor=CLOCKWORK, holding=holding, ends=TODAY())

    assert not holds(person, "people.look_after")


def test_nobody_gives_an_office_to_themselves():
    giver = person_with("people.grant_powers")

    with pytest.raises(ActionRefused):
        give(giver, giver)

    assert list(Holding.objects.all()) == []
    assert not Deed.objects.filter(verb__startswith="people.").exists()


def test_nobody_holds_the_same_office_twice_at_once():
    person = PersonFactory()
    give(None, person)

    with pytest.raises(ActionRefused):
        give(None, person)

    assert Holding.objects.count() == 1


def test_an_office_can_be_held_again_after_it_ended():
    person = PersonFactory()
    end_holding(actor=CLOCKWORK, holding=give(None, person), ends=TODAY())

    give(None, person)

    assert Holding.objects.filter(ends__isnull=True).count() == 1


def test_the_holder_is_told_in_their_language(django_capture_on_commit_callbacks):
    person = PersonFactory(language="en")

    with django_capture_on_commit_callbacks(execute=True):
        give(None, person)

    run_due()
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([person.email], "You have been given an office")
    ]


def test_a_power_can_go_to_an_organisation_and_reaches_the_one_who_answers_for_it():
    answering = RepresentationFactory(answers_for_it=True)
    beside = RepresentationFactory(organisation=answering.organisation)

    give_power(
        actor=CLOCKWORK,
        power="people.look_after",
        organisation=answering.organisation,
        begins=TODAY(),
        **DECISION,
    )

    assert holds(answering.person, "people.look_after")
    assert not holds(beside.person, "people.look_after")


@pytest.mark.parametrize("way", ["person", "office", "organisation"])
def test_nobody_gives_a_power_that_reaches_themselves(way):
    giver = person_with("people.grant_powers")
    holder = {
        "person": lambda: giver,
        "office": lambda: HoldingFactory(person=giver, office=office()).office,
        "organisation": lambda: RepresentationFactory(person=giver, answers_for_it=True).organisation,
    }[way]()

    with pytest.raises(ActionRefused):
        give_power(actor=Actor(giver), power="people.look_after", begins=TODAY(), **{way: holder}, **DECISION)

    assert not holds(giver, "people.look_after")


def test_a_power_that_no_room_named_cannot_be_given():
    with pytest.raises(ActionRefused):
        give_power(actor=CLOCKWORK, power="weather.make", person=PersonFactory(), begins=TODAY(), **DECISION)


def test_the_last_power_to_give_powers_cannot_be_ended():
    giver = person_with("people.grant_powers")

    with pytest.raises(ActionRefused):
        end_grant(actor=Actor(giver), grant=giver.grants.get(), ends=TODAY())

    assert list(holders_of("people.grant_powers")) == [giver]


def test_the_last_power_to_give_powers_cannot_be_ended_later_either():
    giver = person_with("people.grant_powers")

    with pytest.raises(ActionRefused):
        end_grant(actor=Actor(giver), grant=giver.grants.get(), ends=TODAY() + timedelta(days=30))


def test_a_power_that_has_ended_is_not_ended_again():
    person_with("people.grant_powers")
    grant = GrantFactory(power="plan.edit", ends=date(2026, 2, 1))

    with pytest.raises(ActionRefused):
        end_grant(actor=CLOCKWORK, grant=grant, ends=TODAY())


def test_who_does_what_is_open_to_all_and_names_holders_with_their_decision(client):
    holding = HoldingFactory(office=office(), decision_en="The board, 3 March", decision_cy="Y bwrdd")

    page = client.get("/en/who-does-what/")

    assert page.status_code == 200
    assert holding.person.name in page.text
    assert "The board, 3 March" in page.text
    assert reverse("people:person", args=[holding.person.pk]) not in page.text


def test_only_those_who_may_give_powers_see_the_way_to(client):
    client.force_login(person_with("people.look_after"))
    assert client.get(reverse("people:give_power")).status_code == 403

    client.force_login(person_with("people.grant_powers"))
    assert client.get(reverse("people:give_power")).status_code == 200


def test_giving_an_office_on_the_page(client):
    person = PersonFactory()
    client.force_login(person_with("people.grant_powers"))

    answer = client.post(
        reverse("people:give_office", args=["moderator"]),
        {"person": person.email, "begins": "2026-01-05", "decision_en": "The board", "decision_cy": ""},
    )

    assert answer.status_code == 302
    assert list(Holding.objects.values_list("person", "begins")) == [(person.pk, date(2026, 1, 5))]


def test_bad_input_comes_back_in_place_with_what_was_typed(client):
    client.force_login(person_with("people.grant_powers"))

    page = client.post(
        "/en/who-does-what/moderator/give/",
        {"person": "nobody@enghraifft.example", "begins": "2026-01-05", "ends": "2025-01-01"},
    )

    assert page.status_code == 200
    assert sorted(page.context["form"].errors) == ["decision_cy", "ends", "person"]
    assert 'value="nobody@enghraifft.example"' in page.text


def test_who_does_what_asks_the_database_no_more_with_more_holders(client):
    def add_one() -> None:
        HoldingFactory(office=office())
        GrantFactory(power="plan.edit", person=None, organisation=OrganisationFactory())

    address = "/en/who-does-what/"

    assert asked_with(1, add_one, client, address) == asked_with(3, add_one, client, address)


@only_where_rows_are_held
@pytest.mark.django_db(transaction=True)
def test_two_people_cannot_each_end_the_others_power_to_give_powers():
    first, second = person_with("people.grant_powers"), person_with("people.grant_powers")
    Grant.objects.filter(office__isnull=False, power="people.grant_powers").delete()

    came = together(
        lambda: end_grant(actor=Actor(first), grant=second.grants.get(), ends=TODAY()),
        lambda: end_grant(actor=Actor(second), grant=first.grants.get(), ends=TODAY()),
    )

    assert came == ["done", "refused"]
    assert holders_of("people.grant_powers").count() == 1
