"""Gifts from promise to confirmation; what cannot be is refused, and nothing is half-saved."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused, Actor, AlreadyDone
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.models import Letter
from copronet.common_ground.people.models import Support
from copronet.community_of_practice.contributions.actions.credits import settle_time_credits, spend_credits
from copronet.community_of_practice.contributions.actions.gifts import (
    confirm_gift,
    decline_gift,
    forgive_gift,
    promise_gift,
    record_gift,
    remind_of_pledges,
    reverse_gift,
    say_given,
)
from copronet.community_of_practice.contributions.choices import GIFT_MOVES, GiftState, Unit
from copronet.community_of_practice.contributions.models import Entry, Gift, RedLetter
from copronet.community_of_practice.contributions.queries import balances_of, match, minutes_in_hand
from tests.factories import OrganisationFactory, PersonFactory, RepresentationFactory

from .giving import DAY, confirmed, given, keeper


def test_an_hour_given_to_the_network_is_confirmed_and_stands_in_the_ledger():
    giver, staff = PersonFactory(), keeper()
    gift = given(giver, minutes=60)

    confirm_gift(actor=Actor(staff), gift=gift)

    gift.refresh_from_db()
    assert gift.state == "confirmed"
    assert (balances_of(giver)[Unit.MINUTES].out, balances_of(giver)[Unit.MINUTES].into) == (60, 0)
    assert [entry.happened_on for entry in gift.entries.all()] == [DAY]
    assert Deed.objects.filter(verb="contributions.gift_confirmed", actor=staff).count() == 1


def test_whoever_receives_is_asked_and_the_giver_is_thanked():
    giver, receiver = PersonFactory(), PersonFactory()
    gift = given(giver, receiver)

    assert [letter.person for letter in Letter.objects.all()] == [receiver]

    confirm_gift(actor=Actor(receiver), gift=gift)

    assert [letter.person for letter in Letter.objects.order_by("pk")] == [receiver, giver]
    assert balances_of(receiver)[Unit.MINUTES].into == 120


def test_a_room_counts_as_one_thing_and_its_value_as_match_only_where_it_is_stated():
    plain, valued = OrganisationFactory(), OrganisationFactory()

    confirmed(plain, kind="room", what="Ystafell", minutes=None)
    confirmed(valued, kind="room", what="Ystafell", minutes=None, value=5000)

    assert [balances_of(each)[Unit.THINGS].out for each in (plain, valued)] == [1, 1]
    assert [balances_of(each)[Unit.IN_KIND].out for each in (plain, valued)] == [0, 5000]
    members, host = match()
    assert (members.target, members.pledged, members.delivered) == (3355400, 5000, 5000)
    assert (host.target, host.delivered) == (6040000, 0)


def test_a_promise_counts_as_pledged_until_it_is_let_go():
    promise = promise_gift(
        actor=Actor(PersonFactory()),
        giver=OrganisationFactory(),
        kind="print",
        what="Posteri",
        day=DAY,
        value=900,
    )

    assert (match()[0].pledged, match()[0].delivered) == (900, 0)

    forgive_gift(actor=Actor(keeper()), gift=promise)

    assert match()[0].pledged == 0


def test_money_given_goes_into_the_bank():
    giver = PersonFactory()

    confirmed(giver, kind="money", minutes=None, value=2500)

    assert balances_of(giver)[Unit.PENCE].out == 2500


@pytest.mark.parametrize(
    "said",
    [
        {"minutes": 0},
        {"minutes": -60},
        {"minutes": None},
        {"value": 100},
        {"kind": "room", "minutes": None, "value": -1},
        {"kind": "money", "minutes": None, "value": 0},
        {"kind": "money", "minutes": None, "value": None},
        {"day": date(2999, 1, 1)},
    ],
    ids=str,
)
def test_what_cannot_be_given_is_refused_with_a_sentence(said):
    with pytest.raises(ActionRefused, match=r"\.$"):
        given(PersonFactory(), **said)

    assert (Gift.objects.count(), Deed.objects.count()) == (0, 0)


def test_nobody_gives_to_themselves():
    person, organisation = PersonFactory(), OrganisationFactory()

    for party in (person, organisation):
        with pytest.raises(ActionRefused, match="themselves"):
            given(party, party)

    assert Gift.objects.count() == 0


def test_the_database_keeps_these_promises_too():
    person = PersonFactory()
    plain = {
        "giver_person": person,
        "kind": "time",
        "minutes": 60,
        "what": "Help",
        "language": "cy",
        "day": DAY,
    }

    for wrong in (
        {"receiver_person": person},
        {"value": 100},
        {"minutes": 0},
        {"giver_organisation": OrganisationFactory()},
        {"counts_as_match": True},
        {"kind": "money", "minutes": None, "value": 5, "receiver_person": PersonFactory()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Gift.objects.create(**plain | wrong)

    assert Gift.objects.count() == 0


def test_nobody_settles_what_they_gave_themselves():
    staff = keeper()
    organisation = OrganisationFactory()
    RepresentationFactory(person=staff, organisation=organisation)
    supported = PersonFactory()
    Support.objects.create(supported=supported, supporter=staff, agreed="in_person", begins=date(2026, 1, 1))

    for giver in (staff, organisation, supported):
        gift = given(giver)
        for deed in (
            lambda gift=gift: confirm_gift(actor=Actor(staff), gift=gift),
            lambda gift=gift: decline_gift(actor=Actor(staff), gift=gift, word="Na"),
        ):
            with pytest.raises(ActionRefused, match="themselves"):
                deed()

    assert {gift.state for gift in Gift.objects.all()} == {"given"}


def test_a_gift_is_declined_with_a_word_and_writes_nothing():
    giver, receiver = PersonFactory(language="en"), PersonFactory()
    gift = given(giver, receiver)

    decline_gift(actor=Actor(receiver), gift=gift, word="It was one hour")

    gift.refresh_from_db()
    assert (gift.state, gift.word) == ("declined", "It was one hour")
    assert Entry.objects.count() == 0
    assert "It was one hour" in Letter.objects.filter(person=giver).get().text


def test_a_promise_is_kept_on_the_day_it_is_kept():
    giver, receiver = PersonFactory(), PersonFactory()
    promise = promise_gift(
        actor=Actor(giver),
        giver=giver,
        receiver=receiver,
        kind="time",
        what="Lifft",
        minutes=30,
        day=date(2999, 1, 1),
    )

    say_given(actor=Actor(giver), gift=promise, day=DAY)
    confirm_gift(actor=Actor(receiver), gift=promise)

    promise.refresh_from_db()
    assert (promise.state, promise.day) == ("confirmed", DAY)


@pytest.mark.parametrize("state", GiftState.values)
def test_a_gift_moves_only_where_the_table_says(state):
    giver, receiver = PersonFactory(), PersonFactory()
    gift = given(giver, receiver)
    Gift.objects.filter(pk=gift.pk).update(state=state)
    deeds = {
        GiftState.GIVEN: lambda: say_given(actor=Actor(giver), gift=gift, day=DAY),
        GiftState.DECLINED: lambda: decline_gift(actor=Actor(receiver), gift=gift, word="Na"),
        GiftState.FORGIVEN: lambda: forgive_gift(actor=Actor(receiver), gift=gift),
    }

    went = set()
    for target, deed in deeds.items():
        try:
            with transaction.atomic():
                deed()
                went.add(target)
                raise ActionRefused("back again")
        except ActionRefused:
            pass
    Gift.objects.filter(pk=gift.pk).update(state="declined")

    assert went == set(GIFT_MOVES[GiftState(state)]) & set(deeds)


def test_a_confirmed_gift_is_taken_back_out_and_its_history_stays():
    giver = PersonFactory()
    gift = confirmed(giver)

    reverse_gift(actor=Actor(keeper()), gift=gift, why="wrong_amount")

    assert balances_of(giver)[Unit.MINUTES].out == 0
    assert [(entry.kind, entry.why) for entry in gift.entries.order_by("pk")] == [
        ("gift", ""),
        ("reversal", "wrong_amount"),
    ]


def test_a_double_click_makes_one_gift():
    from uuid import uuid4

    key, actor = uuid4(), Actor(PersonFactory())
    said = {"giver": actor.person, "kind": "time", "what": "Te", "minutes": 30, "day": DAY, "key": key}
    record_gift(actor=actor, **said)

    with pytest.raises(AlreadyDone):
        record_gift(actor=actor, **said)

    assert Gift.objects.count() == 1


def test_a_promise_past_its_day_is_asked_after_once():
    giver = PersonFactory()
    yesterday = timezone.localdate() - timedelta(days=1)
    promise_gift(actor=Actor(giver), giver=giver, kind="time", what="Te", minutes=30, day=yesterday)
    promise_gift(
        actor=Actor(giver), giver=giver, kind="time", what="Coffi", minutes=30, day=timezone.localdate()
    )

    assert [remind_of_pledges(), remind_of_pledges()] == [1, 0]
    assert Letter.objects.filter(person=giver).count() == 1


class TestTimeCredits:
    def settle(self, **said):
        plain = {"can_be_spent": True, "letter_at": 60, "limit": 240, "begins": date(2026, 1, 1)}
        return settle_time_credits(actor=Actor(keeper()), **plain | said)

    def test_they_cannot_be_spent_until_the_network_says_so(self):
        with pytest.raises(ActionRefused, match="not settled"):
            spend_credits(actor=Actor(keeper()), party=PersonFactory(), minutes=60, day=DAY)

        assert Entry.objects.count() == 0

    def test_hours_received_count_against_hours_given(self):
        self.settle()
        person = PersonFactory()
        confirmed(person, minutes=180)

        spend_credits(actor=Actor(keeper()), party=person, minutes=120, day=DAY)

        assert minutes_in_hand(person) == 60

    def test_in_the_red_brings_one_friendly_letter_before_any_limit(self):
        self.settle()
        person = PersonFactory()
        red = "contributions/letters/in_the_red"

        for _time in range(2):
            spend_credits(actor=Actor(keeper()), party=person, minutes=60, day=DAY)

        assert Letter.objects.filter(template=red, person=person).count() == 1
        assert minutes_in_hand(person) == -120

    def test_out_of_the_red_and_in_again_brings_another(self):
        self.settle()
        person = PersonFactory()
        spend_credits(actor=Actor(keeper()), party=person, minutes=60, day=DAY)
        confirmed(person, minutes=60)
        spend_credits(actor=Actor(keeper()), party=person, minutes=60, day=DAY)

        assert RedLetter.objects.count() == 2

    def test_past_the_limit_is_refused_in_place(self):
        self.settle()
        giver, receiver = PersonFactory(), PersonFactory()
        gift = given(giver, receiver, minutes=241)

        with pytest.raises(ActionRefused, match="more time than"):
            confirm_gift(actor=Actor(receiver), gift=gift)

        gift.refresh_from_db()
        assert gift.state == "given"

    def test_what_held_before_stays_readable(self):
        first = self.settle(begins=date(2026, 1, 1))
        self.settle(can_be_spent=False, begins=date(2026, 2, 1))

        with pytest.raises(ActionRefused):
            spend_credits(actor=Actor(keeper()), party=PersonFactory(), minutes=1, day=DAY)

        first.refresh_from_db()
        assert first.can_be_spent

    def test_the_letter_comes_before_the_limit(self):
        with pytest.raises(ActionRefused, match="before the limit"):
            self.settle(letter_at=240)
