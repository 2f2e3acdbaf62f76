"""Several people at the same moment, in real threads; and a process killed in the middle of a deed."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from copronet.common_ground.journal.actions import CLOCKWORK, Actor
from copronet.community_of_practice.contributions.actions.bank import keep_bank_lines, match_line
from copronet.community_of_practice.contributions.actions.credits import settle_time_credits, spend_credits
from copronet.community_of_practice.contributions.actions.fees import agree_fee
from copronet.community_of_practice.contributions.actions.gifts import confirm_gift
from copronet.community_of_practice.contributions.actions.money import (
    issue_invoice,
    note_checkout,
    record_payment,
    take_card_payment,
)
from copronet.community_of_practice.contributions.actions.refunds import give_back, give_back_part, use_credit
from copronet.community_of_practice.contributions.choices import Unit
from copronet.community_of_practice.contributions.imports import read_statement
from copronet.community_of_practice.contributions.models import (
    BankLine,
    Entry,
    Fee,
    Invoice,
    Movement,
    Payment,
    Refund,
)
from copronet.community_of_practice.contributions.queries import (
    balances_of,
    credit_of,
    faults_in_the_books,
    minutes_in_hand,
    still_open,
)
from tests.at_once import together
from tests.factories import PersonFactory

from .giving import DAY, band, confirmed, fee, given, invoice, keeper

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_invoice_paid_by_several_at_once_is_paid_once():
    asked, actor = invoice(), Actor(keeper())

    def pay():
        record_payment(actor=actor, invoice=asked, method="bank", amount=4000, received_on=DAY)

    assert together(pay, pay, pay) == ["done", "refused", "refused"]
    assert (Payment.objects.count(), still_open(asked)) == (1, 0)


def test_the_provider_telling_twice_at_once_is_one_payment():
    asked = invoice()
    note_checkout(
        actor=Actor(keeper()), invoice=asked, code="cs_1", address="https://x.example/", amount=4000
    )

    def told():
        take_card_payment(actor=CLOCKWORK, session="cs_1", payment="pi_1", amount=4000)

    assert together(told, told, told) == ["done"] * 3
    assert Payment.objects.count() == 1


def paid(asked, amount=4000):
    said = {"method": "bank", "received_on": DAY, "keeps_the_rest": True}
    return record_payment(actor=Actor(keeper()), invoice=asked, amount=amount, **said)


def test_parts_given_back_by_several_at_once_are_never_more_than_was_paid():
    payment, actor = paid(invoice()), Actor(keeper())

    def part():
        give_back_part(actor=actor, payment=payment, amount=1500, method="bank", given_on=DAY)

    assert together(part, part, part, part) == ["done", "done", "refused", "refused"]
    assert [refund.amount for refund in Refund.objects.all()] == [1500, 1500]


def test_a_part_and_the_whole_at_once_are_not_both_given_back():
    payment, actor = paid(invoice()), Actor(keeper())

    def part():
        give_back_part(actor=actor, payment=payment, amount=1500, method="bank", given_on=DAY)

    def whole():
        give_back(actor=actor, payment=payment, why="refunded")

    assert together(part, whole) == ["done", "refused"]


def test_credit_used_and_given_back_at_once_goes_one_way():
    person, scale, actor = PersonFactory(), band(), Actor(keeper())
    payment = paid(invoice(person, of=scale), 5000)
    following = invoice(person, of=scale, begins=date(2028, 1, 1))

    def use():
        use_credit(actor=actor, invoice=following)

    def back():
        give_back_part(actor=actor, payment=payment, amount=5000, method="bank", given_on=DAY)

    assert together(use, back) == ["done", "refused"]
    assert credit_of(person) == 0


def test_numbers_given_out_at_once_leave_no_gap():
    scale, actor = band(), Actor(keeper())
    fees = [fee(PersonFactory(), of=scale) for _time in range(4)]

    assert (
        together(*(lambda one=one: issue_invoice(actor=actor, fee=one, name="M") for one in fees))
        == ["done"] * 4
    )
    assert sorted(Invoice.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_a_gift_confirmed_by_two_at_once_counts_once():
    giver, receiver = PersonFactory(), PersonFactory()
    gift = given(giver, receiver)

    def confirm():
        confirm_gift(actor=Actor(receiver), gift=gift)

    assert together(confirm, confirm, confirm) == ["done", "refused", "refused"]
    assert balances_of(giver)[Unit.MINUTES].out == 120


def test_two_who_give_to_each_other_do_not_wait_for_each_other_for_ever():
    settle_time_credits(
        actor=Actor(keeper()), can_be_spent=True, letter_at=60, limit=600, begins=date(2026, 1, 1)
    )
    one, two = PersonFactory(), PersonFactory()
    gifts = [given(one, two), given(two, one), given(one, two), given(two, one)]

    came = together(
        *(lambda gift=gift: confirm_gift(actor=Actor(gift.receiver), gift=gift) for gift in gifts)
    )

    assert came == ["done"] * 4
    assert (minutes_in_hand(one), minutes_in_hand(two)) == (0, 0)


def test_two_who_spend_the_last_hours_at_once_stay_within_the_limit():
    settle_time_credits(
        actor=Actor(keeper()), can_be_spent=True, letter_at=30, limit=60, begins=date(2026, 1, 1)
    )
    person, actor = PersonFactory(), Actor(keeper())

    def spend():
        spend_credits(actor=actor, party=person, minutes=60, day=DAY)

    assert together(spend, spend, spend) == ["done", "refused", "refused"]
    assert minutes_in_hand(person) == -60


def test_a_line_matched_to_two_invoices_at_once_goes_to_one():
    asked, other, actor = invoice(), invoice(), Actor(keeper())
    keep_bank_lines(actor=actor, lines=read_statement(b"Date,Amount\n01/05/2026,40\n"))
    line = BankLine.objects.get()

    came = together(
        lambda: match_line(actor=actor, line=line, invoice=asked),
        lambda: match_line(actor=actor, line=line, invoice=other),
    )

    assert came == ["done", "refused"]
    assert Payment.objects.count() == 1


def test_a_fee_chosen_twice_at_once_is_one():
    person, scale = PersonFactory(), band()

    def choose():
        agree_fee(actor=Actor(person), party=person, band=scale, pence=4000)

    assert together(choose, choose, choose) == ["done"] * 3
    assert Fee.objects.count() == 1


def test_many_writers_at_once_leave_the_books_balanced():
    giver = PersonFactory()
    receivers = [PersonFactory() for _time in range(4)]
    gifts = [given(giver, receiver, minutes=7) for receiver in receivers for _again in range(3)]

    together(*(lambda gift=gift: confirm_gift(actor=Actor(gift.receiver), gift=gift) for gift in gifts))

    assert balances_of(giver)[Unit.MINUTES].out == 84
    assert faults_in_the_books() == []


KILLED = """
import os, signal, sys
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from django.db import transaction
from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.contributions.actions import gifts, ledger
from copronet.community_of_practice.contributions.models import Gift, Movement

def die(**_said):
    assert Movement.objects.count() == 2, "the movement is written"
    print("written", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

gifts.record = die
gifts.confirm_gift(actor=Actor(Person.objects.get(pk=sys.argv[3])), gift=Gift.objects.get(pk=sys.argv[2]))
"""


@pytest.mark.slow
def test_a_process_killed_while_it_writes_leaves_nothing_half_saved():
    giver, receiver = PersonFactory(), PersonFactory()
    confirmed(giver, receiver)
    gift = given(giver, receiver)
    before = (Entry.objects.count(), Movement.objects.count())

    arguments = [str(settings.DATABASES["default"]["NAME"]), str(gift.pk), str(receiver.pk)]
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments],
        cwd=Path(__file__).resolve().parents[4],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "copronet.config.settings.test"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (killed.returncode, killed.stdout.strip()) == (-signal.SIGKILL, "written"), killed.stderr
    gift.refresh_from_db()
    assert gift.state == "given"
    assert (Entry.objects.count(), Movement.objects.count()) == before
    assert faults_in_the_books() == []

    confirm_gift(actor=Actor(receiver), gift=gift)
    assert balances_of(giver)[Unit.MINUTES].out == 240
