"""A fee in any mix, settled by what came, in whichever parts."""

from datetime import date, timedelta

import pytest

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.community_of_practice.contributions.actions.fees import remind_of_fees, waive_fee
from copronet.community_of_practice.contributions.actions.gifts import confirm_gift, record_gift
from copronet.community_of_practice.contributions.actions.money import issue_invoice, record_payment
from copronet.community_of_practice.contributions.choices import FeeState
from copronet.community_of_practice.contributions.models import Band, Fee
from copronet.community_of_practice.contributions.queries import (
    bands_today,
    fee_of,
    fees,
    fees_to_talk_about,
    standing_of,
)
from tests.factories import OrganisationFactory, PersonFactory

from .giving import DAY, band, fee, keeper


def standing(made: Fee):
    return standing_of(fees().get(pk=made.pk))


def give_towards(made: Fee, kind: str, **said) -> None:
    part = made.parts.get(kind=kind)
    gift_kind = "time" if kind == "time" else "room"
    gift = record_gift(
        actor=Actor(PersonFactory()),
        giver=made.party,
        kind=gift_kind,
        what="Rhan",
        day=DAY,
        fee_part=part,
        **said,
    )
    confirm_gift(actor=Actor(keeper()), gift=gift)


def test_half_in_money_and_half_in_hours():
    made = fee(OrganisationFactory(), pence=2000, minutes=240)
    assert standing(made).state == FeeState.OPEN

    give_towards(made, "time", minutes=240)
    assert standing(made).state == FeeState.BEGUN

    staff = Actor(keeper())
    invoice = issue_invoice(actor=staff, fee=made, name="Sefydliad")
    record_payment(actor=staff, invoice=invoice, method="bank", amount=2000, received_on=DAY)

    now = standing(made)
    assert now.state == FeeState.SETTLED
    assert [(step.part.promised, step.part.given) for step in now.reckoning.steps] == [
        (2000, 2000),
        (240, 240),
    ]


def test_more_hours_stand_in_for_money_that_does_not_come():
    made = fee(PersonFactory(), pence=2000, minutes=240)

    give_towards(made, "time", minutes=480)

    assert standing(made).state == FeeState.SETTLED


def test_something_else_covers_the_share_agreed():
    made = fee(PersonFactory(), pence=0, share=100, words="Ystafell")

    give_towards(made, "in_kind")

    assert standing(made).state == FeeState.SETTLED


def test_nothing_this_year_and_nobody_asks_why():
    person = PersonFactory()

    made = waive_fee(actor=Actor(person), party=person)

    assert standing(made).state == FeeState.WAIVED
    assert {field.name for field in Fee._meta.fields} & {"reason", "why", "word"} == set()


@pytest.mark.parametrize("said", [{"pence": 999}, {"pence": 0}, {"pence": 500, "minutes": 59}, {"pence": -1}])
def test_less_than_the_lowest_is_refused_and_nothing_is_saved(said):
    with pytest.raises(ActionRefused):
        fee(PersonFactory(), **said)

    assert Fee.objects.count() == 0


def test_a_band_that_takes_no_time_says_so():
    with pytest.raises(ActionRefused, match="cannot be given in that"):
        fee(PersonFactory(), of=band(suggested_minutes=0, lowest_minutes=0), minutes=60)


def test_bands_are_for_those_they_are_for_and_for_their_days():
    Band.objects.all().delete()
    persons = band(name_en="Persons", for_whom="persons")
    band(name_en="Organisations", for_whom="organisations")
    ended = band(name_en="Ended", ends=date(2026, 2, 1))

    assert list(bands_today(PersonFactory())) == [persons]
    with pytest.raises(ActionRefused, match="not one that you can choose"):
        fee(PersonFactory(), of=ended)


def test_a_fee_is_chosen_anew_while_nothing_has_come_of_it():
    person = PersonFactory()
    fee(person, pence=4000)

    fee(person, pence=0, minutes=480)

    made = fee_of(person)
    assert [(part.kind, part.pence, part.minutes) for part in made.parts.all()] == [("time", None, 480)]
    assert Fee.objects.count() == 1

    give_towards(made, "time", minutes=60)
    with pytest.raises(ActionRefused, match="has come of"):
        fee(person, pence=4000)


def test_a_year_is_a_year_even_from_the_29th_of_february():
    made = fee(PersonFactory(), begins=date(2028, 2, 29))

    assert (made.begins, made.ends) == (date(2028, 2, 29), date(2029, 3, 1))


def test_founding_bands_are_marked_as_examples():
    assert {each.about_en for each in Band.objects.all()} == {"An example, for the network to change."}
    assert bands_today(PersonFactory()).count() == bands_today(OrganisationFactory()).count() == 3


def test_standings_of_many_take_no_more_questions_than_of_one(count_queries):
    first = fee(PersonFactory(), pence=2000, minutes=240)
    give_towards(first, "time", minutes=60)

    def read():
        return [standing_of(each) for each in fees()]

    one = count_queries(read)
    for _time in range(2):
        more = fee(PersonFactory(), pence=2000, minutes=240)
        give_towards(more, "time", minutes=60)

    assert count_queries(read) == one


def test_an_open_fee_is_asked_after_once_and_then_talked_about():
    made = fee(PersonFactory(language="cy"), pence=2000, minutes=240)
    after = made.begins + timedelta(days=90)

    assert remind_of_fees(on=after - timedelta(days=1)) == 0
    assert [remind_of_fees(on=after), remind_of_fees(on=after + timedelta(days=1))] == [1, 0]

    assert made.party.letters.get().subject == "Beth rydych yn ei roi eleni"
    assert fees_to_talk_about(after + timedelta(days=44)) == []
    assert fees_to_talk_about(after + timedelta(days=45)) == [made]


def test_nobody_is_asked_after_a_fee_that_is_settled_or_waived():
    settled = fee(PersonFactory(), pence=0, minutes=240)
    give_towards(settled, "time", minutes=240)
    waived = waive_fee(actor=Actor(PersonFactory()), party=PersonFactory(), begins=settled.begins)

    assert remind_of_fees(on=settled.begins + timedelta(days=200)) == 0
    assert waived.reminded_on is None
