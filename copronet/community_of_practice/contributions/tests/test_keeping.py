"""Leaving, taking one's data away, and two records made one: the ledger stays as it was written."""

import json
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.actions.departing import forget_departed, leave
from copronet.common_ground.people.actions.merging import merge
from copronet.common_ground.people.queries import everything_about
from copronet.community_of_practice.contributions.choices import Unit
from copronet.community_of_practice.contributions.measures import (
    given_by_area,
    given_by_kind,
    given_by_sector,
    given_by_year,
    given_in_all,
)
from copronet.community_of_practice.contributions.models import Fee, Gift, Movement
from copronet.community_of_practice.contributions.queries import balances_of, fee_of, given_by, statement_of
from tests.factories import OrganisationFactory, PersonFactory

from .giving import band, confirmed, fee, given, invoice


def test_what_is_held_can_be_taken_away():
    person = PersonFactory()
    confirmed(person, what="Torri gwair")
    invoice(person)

    held = json.dumps(everything_about(person)["contributions"], cls=DjangoJSONEncoder)

    assert "Torri gwair" in held
    assert '"total": 4000' in held


def test_words_go_and_the_ledger_stays():
    person = PersonFactory()
    confirmed(person, what="Torri gwair Mrs Jones")
    leave(actor=Actor(person), person=person)

    forget_departed(on=date(2999, 1, 1))

    assert Gift.objects.get().what == ""
    assert given_in_all()["minutes"] == 120


def test_two_records_made_one_keep_one_statement():
    duplicate, kept = PersonFactory(), PersonFactory()
    confirmed(duplicate, minutes=60)
    confirmed(kept, minutes=30)
    waiting = given(duplicate, minutes=15)
    fee(duplicate)
    before = Movement.objects.count()

    merge(actor=Actor(PersonFactory()), duplicate=duplicate, kept=kept, chosen={})

    assert Movement.objects.count() == before
    assert balances_of(kept)[Unit.MINUTES].out == 90
    assert len(statement_of(kept, begins=date(2026, 1, 1), ends=date(2027, 1, 1))) == 2
    assert given_by(kept).count() == 3
    waiting.refresh_from_db()
    assert (waiting.giver, fee_of(kept).person) == (kept, kept)


def test_what_they_gave_each_other_and_two_fees_for_one_year_are_no_obstacle():
    duplicate, kept, scale = PersonFactory(), PersonFactory(), band()
    confirmed(duplicate, kept)
    fee(duplicate, of=scale)
    fee(kept, of=scale)

    merge(actor=Actor(PersonFactory()), duplicate=duplicate, kept=kept, chosen={})

    assert balances_of(kept)[Unit.MINUTES].in_hand == 0
    assert Fee.objects.count() == 2


def test_measures_count_what_was_confirmed():
    person, organisation = PersonFactory(area_id=None), OrganisationFactory()
    confirmed(person, minutes=60)
    confirmed(person, minutes=30)
    confirmed(organisation, kind="room", minutes=None, value=500)
    given(person)

    assert [
        (row["kind"], row["gifts"], row["givers"], row["minutes"], row["value"]) for row in given_by_kind()
    ] == [
        ("room", 1, 1, 0, 500),
        ("time", 2, 1, 90, 0),
    ]
    assert {row["year"] for row in given_by_year()} == {2026}
    assert {row["area"] for row in given_by_area()} == {None}
    assert {row["sector"] for row in given_by_sector()} == {"persons", None}
