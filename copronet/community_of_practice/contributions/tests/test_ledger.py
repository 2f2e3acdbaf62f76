"""The ledger balances by its shape, and the database keeps it as it was written."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from copronet.common_ground.journal.actions import ActionRefused
from copronet.community_of_practice.contributions.actions.ledger import (
    Move,
    account_of,
    reverse_entry,
    write_entry,
)
from copronet.community_of_practice.contributions.choices import EntryKind, Purpose, Unit, Why
from copronet.community_of_practice.contributions.models import Account, Entry, Movement
from copronet.community_of_practice.contributions.queries import balances_of, network_totals, statement_of
from tests.factories import OrganisationFactory, PersonFactory

DAY = date(2026, 5, 1)


def spend(person, minutes: int = 90) -> Entry:
    """An entry that stands on no other row: time credits spent."""
    source = account_of(None, Purpose.RECEIVED, Unit.MINUTES)
    target = account_of(person, Purpose.GIVEN, Unit.MINUTES)
    return write_entry(kind=EntryKind.SPENT, happened_on=DAY, moves=[Move(source, target, minutes)])


def test_what_leaves_one_account_comes_into_another():
    person = PersonFactory()

    spend(person, 90)

    assert balances_of(person)[Unit.MINUTES].in_hand == -90
    assert balances_of(None, Purpose.RECEIVED)[Unit.MINUTES].in_hand == 90
    assert [(total["unit"], total["balance"]) for total in network_totals()] == [
        ("minutes", 90),
        ("minutes", -90),
    ]


def test_a_mistake_is_reversed_with_its_reason_and_both_stay():
    person = PersonFactory()
    entry = spend(person)

    reversal = reverse_entry(entry=entry, why=Why.TWICE)

    assert (reversal.why, reversal.reverses) == ("twice", entry)
    assert Entry.objects.count() == 2
    balance = balances_of(person)[Unit.MINUTES]
    assert (balance.out, balance.into) == (0, 0)
    lines = statement_of(person, begins=DAY, ends=date(2027, 1, 1))
    assert [(line.out, line.into, line.is_reversed, line.is_reversal) for line in lines] == [
        (0, 90, True, False),
        (90, 0, False, True),
    ]


def test_nothing_is_reversed_twice():
    entry = spend(PersonFactory())
    reversal = reverse_entry(entry=entry, why=Why.TWICE)

    for done in (entry, reversal):
        with pytest.raises(ActionRefused):
            reverse_entry(entry=done, why=Why.TWICE)

    assert Movement.objects.count() == 2


def test_a_day_to_come_is_refused():
    source, target = (account_of(None, purpose, Unit.PENCE) for purpose in (Purpose.BANK, Purpose.CASH))

    with pytest.raises(ActionRefused):
        write_entry(kind=EntryKind.SPENT, happened_on=date(2999, 1, 1), moves=[Move(source, target, 1)])

    assert Entry.objects.count() == 0


@pytest.mark.parametrize("table", ["account", "entry", "movement"])
@pytest.mark.parametrize("command", ["UPDATE contributions_{0} SET id = id", "DELETE FROM contributions_{0}"])
def test_the_database_refuses_to_change_or_remove(table, command):
    spend(PersonFactory())

    with (
        pytest.raises(DatabaseError, match="only added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(command.format(table))

    assert Movement.objects.count() == 1


def test_the_units_of_both_accounts_agree():
    minutes = account_of(PersonFactory(), Purpose.GIVEN, Unit.MINUTES)
    things = account_of(None, Purpose.RECEIVED, Unit.THINGS)

    with pytest.raises(IntegrityError, match="another unit"), transaction.atomic():
        write_entry(kind=EntryKind.SPENT, happened_on=DAY, moves=[Move(minutes, things, 5)])

    assert Entry.objects.count() == 0


@pytest.mark.parametrize("amount", [0, -5])
def test_nothing_less_than_something_moves(amount):
    with pytest.raises(IntegrityError), transaction.atomic():
        spend(PersonFactory(), amount)

    assert Movement.objects.count() == 0


def test_nothing_moves_from_an_account_to_itself():
    account = account_of(PersonFactory(), Purpose.GIVEN, Unit.MINUTES)

    with pytest.raises(IntegrityError), transaction.atomic():
        write_entry(kind=EntryKind.SPENT, happened_on=DAY, moves=[Move(account, account, 5)])

    assert Movement.objects.count() == 0


@pytest.mark.parametrize("change", [{"amount": 1}, {"turned": False}])
def test_a_reversal_is_the_exact_opposite(change):
    entry = spend(PersonFactory(), 60)
    moved = entry.movements.get()
    ends = [moved.to_account, moved.from_account]
    if not change.get("turned", True):
        ends.reverse()

    def reverse():
        reversal = Entry.objects.create(kind="reversal", why="twice", happened_on=DAY, reverses=entry)
        Movement.objects.create(
            entry=reversal,
            from_account=ends[0],
            to_account=ends[1],
            amount=change.get("amount", 60),
            unit=moved.unit,
            reverses=moved,
        )

    with pytest.raises(IntegrityError, match="takes back"), transaction.atomic():
        reverse()

    assert Entry.objects.count() == 1


def test_an_account_is_made_once_for_each_holder_purpose_and_unit():
    holders = [PersonFactory(), OrganisationFactory(), None]

    for holder in holders * 2:
        account_of(holder, Purpose.RECEIVED if holder is None else Purpose.GIVEN, Unit.MINUTES)

    assert Account.objects.count() == 3


def test_money_is_counted_in_pence_and_members_have_no_bank_account_here():
    for holder, purpose, unit in (
        (None, Purpose.BANK, Unit.MINUTES),
        (PersonFactory(), Purpose.BANK, Unit.PENCE),
        (None, Purpose.GIVEN, Unit.MINUTES),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            account_of(holder, purpose, unit)

    assert Account.objects.count() == 0
