"""Parts of payments given back, and credit: never more than was paid, and everything follows in proportion."""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal.actions import ActionRefused, Actor, AlreadyDone
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.models import Letter
from copronet.community_of_practice.contributions.actions.bank import keep_bank_lines, match_line
from copronet.community_of_practice.contributions.actions.money import (
    cancel_invoice,
    declare_gift_aid,
    record_payment,
)
from copronet.community_of_practice.contributions.actions.refunds import (
    give_back,
    give_back_part,
    use_credit,
)
from copronet.community_of_practice.contributions.choices import FeeState, Purpose, Unit
from copronet.community_of_practice.contributions.measures import given_in_all
from copronet.community_of_practice.contributions.models import BankLine, Entry, Payment, Refund
from copronet.community_of_practice.contributions.queries import (
    balances_of,
    can_go_back,
    credit_of,
    fee_of,
    invoices,
    members_in_credit,
    standing_of,
    still_open,
)
from copronet.community_of_practice.contributions.queries.exported import what_is_held
from tests.factories import OrganisationFactory, PersonFactory

from .giving import DAY, band, invoice, keeper


def pay(asked, amount=4000, **said):
    plain = {"method": "bank", "received_on": DAY, "actor": Actor(keeper())}
    return record_payment(invoice=asked, amount=amount, **plain | said)


def back(payment, amount, **said):
    plain = {"method": "bank", "given_on": DAY, "actor": Actor(keeper())}
    return give_back_part(payment=payment, amount=amount, **plain | said)


def seen(asked):
    one = invoices().get(pk=asked.pk)
    return (one.paid, one.credited, one.left)


class TestParts:
    def test_a_part_goes_back_and_is_no_longer_asked_for(self):
        asked = invoice()
        payment = pay(asked)

        back(payment, 1500)

        assert seen(asked) == (2500, 1500, 0)
        owed = balances_of(asked.party, Purpose.OWED)[Unit.PENCE]
        assert owed.in_hand == 0
        assert given_in_all()[Unit.PENCE] == 2500

    def test_several_parts_and_never_more_than_was_paid(self):
        payment = pay(invoice())
        back(payment, 1500)
        back(payment, 2000)

        with pytest.raises(ActionRefused, match=r"£5\.00"):
            back(payment, 501)
        back(payment, 500)

        assert (can_go_back(payment), Refund.objects.count()) == (0, 3)

    @pytest.mark.parametrize("amount", [0, -1, 4001])
    def test_an_amount_that_cannot_be_is_refused_and_nothing_written(self, amount):
        payment = pay(invoice())

        with pytest.raises(ActionRefused, match="amount"):
            back(payment, amount)

        assert (Refund.objects.count(), Entry.objects.count()) == (0, 2)

    def test_only_what_was_paid_in_this_payment_goes_back(self):
        asked = invoice()
        first, second = pay(asked, 1000), pay(asked, 3000)

        with pytest.raises(ActionRefused, match="amount"):
            back(first, 1001)

        assert (can_go_back(first), can_go_back(second)) == (1000, 3000)

    def test_the_same_form_twice_gives_back_once(self):
        payment, key = pay(invoice()), uuid4()
        back(payment, 1000, key=key)

        with pytest.raises(AlreadyDone):
            back(payment, 1000, key=key)

        assert Refund.objects.count() == 1

    def test_a_payment_taken_back_whole_has_no_part_left(self):
        payment = pay(invoice())
        give_back(actor=Actor(keeper()), payment=payment, why="refunded")

        with pytest.raises(ActionRefused, match=r"£0\.00"):
            back(payment, 1)

    def test_after_a_part_the_payment_is_not_taken_back_whole(self):
        payment = pay(invoice())
        back(payment, 1)

        with pytest.raises(ActionRefused, match="A part"):
            give_back(actor=Actor(keeper()), payment=payment, why="refunded")

        assert can_go_back(payment) == 3999

    def test_an_invoice_with_a_credit_note_is_not_cancelled_as_well(self):
        asked = invoice()
        back(pay(asked), 4000)

        with pytest.raises(ActionRefused, match="credit note"):
            cancel_invoice(actor=Actor(keeper()), invoice=asked, why="cancelled")

    def test_before_it_came_or_on_a_day_to_come_nothing_goes_back(self):
        payment = pay(invoice())

        for day in (DAY - timedelta(days=1), date(2999, 1, 1)):
            with pytest.raises(ActionRefused):
                back(payment, 100, given_on=day)

        assert Refund.objects.count() == 0

    def test_to_a_card_only_what_came_from_one(self):
        with pytest.raises(ActionRefused, match="card"):
            back(pay(invoice()), 100, method="card")

    def test_numbers_run_through_the_year_without_a_gap(self):
        payment = pay(invoice())

        assert [back(payment, 100).code for _time in range(3)] == [
            f"C2026-000{number}" for number in (1, 2, 3)
        ]

    def test_what_went_back_is_never_changed(self):
        back(pay(invoice()), 100)

        with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
            Refund.objects.update(amount=1)

        assert Refund.objects.get().amount == 100

    def test_the_payer_is_told_in_their_language_and_the_deed_is_in_the_journal(self):
        person = PersonFactory(language="cy")
        refund = back(pay(invoice(person)), 1250)

        letter = Letter.objects.filter(person=person).latest("pk")
        assert ("£12.50" in letter.text, refund.code in letter.text) == (True, True)
        assert "ar ei ffordd yn ôl" in letter.subject
        assert Deed.objects.filter(verb="contributions.part_given_back").count() == 1


class TestProportions:
    def test_the_vat_follows_and_the_parts_add_up_to_the_whole(self):
        asked = invoice(OrganisationFactory(), of=band(vat="standard", vat_rate=2000), pence=1003)
        payment = pay(asked, 1204)

        parts = [back(payment, amount) for amount in (1, 2, 400, 400, 401)]

        assert sum(part.vat for part in parts) == 201
        assert sum(part.net for part in parts) == 1003
        assert [(part.net, part.vat) for part in parts][2] == (334, 66)

    def test_gift_aid_is_claimed_on_what_stayed(self):
        person = PersonFactory()
        declare_gift_aid(actor=Actor(person), person=person, name="Mair", address="Llanffug")
        today = person.gift_aid_declarations.get().begins
        payment = pay(invoice(person, of=band(gift_aid=True)), received_on=today)

        back(payment, 1500, given_on=today)

        assert Payment.objects.get().gift_aided == 2500

    def test_the_fee_stands_at_what_is_asked_and_came(self):
        person = PersonFactory()
        payment = pay(invoice(person))

        back(payment, 1500)

        standing = standing_of(fee_of(person))
        (step,) = standing.reckoning.steps
        assert (standing.state, step.part.promised, step.part.given) == (FeeState.SETTLED, 2500, 2500)

    def test_a_fee_half_paid_of_which_a_part_went_back_is_still_begun(self):
        person = PersonFactory()
        asked = invoice(person)
        back(pay(asked, 2000), 500)

        standing = standing_of(fee_of(person))
        (step,) = standing.reckoning.steps
        assert (standing.state, step.part.promised, step.part.given) == (FeeState.BEGUN, 3500, 1500)
        assert still_open(asked) == 2000


class TestCredit:
    def overpaid(self, person, amount=5000):
        return pay(invoice(person), amount, keeps_the_rest=True)

    def test_what_comes_beyond_what_was_asked_is_credit(self):
        person = PersonFactory(language="en")

        payment = self.overpaid(person)

        assert (payment.over, credit_of(person), members_in_credit()) == (1000, 1000, [(person, 1000)])
        assert seen(payment.invoice) == (4000, 0, 0)
        assert given_in_all()[Unit.PENCE] == 4000
        assert "£10.00" in Letter.objects.filter(person=person).latest("pk").text

    def test_a_bank_line_that_brings_too_much_is_matched_and_the_rest_kept(self):
        person = PersonFactory()
        asked = invoice(person)
        line = BankLine(fingerprint="x", paid_on=DAY, amount=4500, words="Te")
        keep_bank_lines(actor=Actor(keeper()), lines=[line])

        match_line(actor=Actor(keeper()), line=BankLine.objects.get(), invoice=asked)

        assert (still_open(asked), credit_of(person)) == (0, 500)

    def test_it_pays_for_the_next_invoice_and_is_used_once(self):
        person = PersonFactory()
        self.overpaid(person)
        following = invoice(person, begins=date(2028, 1, 1))

        use_credit(actor=Actor(person), invoice=following)

        assert (still_open(following), credit_of(person)) == (3000, 0)
        with pytest.raises(ActionRefused, match="no credit"):
            use_credit(actor=Actor(person), invoice=following)

    def test_credit_goes_back_first_and_needs_no_credit_note(self):
        payment = self.overpaid(PersonFactory())

        refund = back(payment, 1200)

        assert (refund.from_credit, refund.credited) == (1000, 200)
        assert credit_of(payment.invoice.party) == 0

    def test_credit_that_was_used_does_not_go_back_as_well(self):
        person = PersonFactory()
        payment = self.overpaid(person)
        use_credit(actor=Actor(person), invoice=invoice(person, begins=date(2028, 1, 1)))

        assert can_go_back(payment) == 4000
        with pytest.raises(ActionRefused, match="used since"):
            give_back(actor=Actor(keeper()), payment=payment, why="twice")

    def test_what_was_paid_from_credit_becomes_credit_again(self):
        person = PersonFactory()
        self.overpaid(person)
        used = use_credit(actor=Actor(person), invoice=invoice(person, begins=date(2028, 1, 1)))

        with pytest.raises(ActionRefused, match="from credit"):
            give_back(actor=Actor(keeper()), payment=used, why="refunded")
        give_back(actor=Actor(keeper()), payment=used, why="wrong_party")

        assert (credit_of(person), can_go_back(used)) == (1000, 0)

    def test_a_payment_with_credit_still_whole_is_taken_back_with_it(self):
        person = PersonFactory()
        payment = self.overpaid(person)

        give_back(actor=Actor(keeper()), payment=payment, why="bounced")

        assert (credit_of(person), still_open(payment.invoice)) == (0, 4000)

    def test_a_person_is_handed_their_credit_and_what_went_back(self):
        person = PersonFactory()
        back(self.overpaid(person), 300)

        held = what_is_held(person)

        assert held["credit"] == 700
        assert held["invoices"][0]["given_back"][0]["amount"] == 300


class TestPages:
    def test_a_part_is_given_back_on_its_page_and_the_note_reads_in_both_languages(self, client):
        person = PersonFactory()
        payment = pay(invoice(person))
        client.force_login(keeper())
        address = reverse("contributions:give_part_back", args=[payment.pk])
        sent = {"amount": "15", "method": "bank"} | {
            f"given_on_{part}": value for part, value in (("day", "2"), ("month", "5"), ("year", "2026"))
        }

        too_much = client.post(address, sent | {"amount": "41"})
        done = client.post(address, sent, follow=True)

        assert "£40.00" in too_much.text
        assert 'value="41"' in too_much.text
        refund = Refund.objects.get()
        assert refund.code in done.text
        client.force_login(person)
        for language, words in (("cy", "Nodyn credyd"), ("en", "Credit note")):
            with translation.override(language):
                note = client.get(reverse("contributions:credit_note", args=[refund.pk])).text
            assert words in note

    def test_credit_stands_on_the_members_page_and_is_used_by_them(self, client):
        person = PersonFactory()
        pay(invoice(person), 5000, keeps_the_rest=True)
        following = invoice(person, begins=date(2028, 1, 1))
        client.force_login(person)

        with translation.override("cy"):
            mine = unescape(client.get(reverse("contributions:mine")).text)
            statement = client.get(reverse("contributions:statement")).text
        used = client.post(reverse("contributions:use_credit", args=[following.pk]))

        assert "Eich credyd" in mine
        assert "£10.00" in mine
        assert "£10.00" in statement
        assert (used.status_code, still_open(following)) == (302, 3000)

    def test_another_member_neither_uses_it_nor_reads_the_note(self, client):
        person = PersonFactory()
        payment = pay(invoice(person), 5000, keeps_the_rest=True)
        refund = back(payment, 1200)
        client.force_login(PersonFactory())

        assert client.post(reverse("contributions:use_credit", args=[payment.invoice_id])).status_code == 404
        assert client.get(reverse("contributions:credit_note", args=[refund.pk])).status_code == 404

    def test_nobody_gives_a_part_back_to_their_own_side(self, client):
        bookkeeper = keeper()
        payment = pay(invoice(bookkeeper))
        client.force_login(bookkeeper)

        assert client.get(reverse("contributions:give_part_back", args=[payment.pk])).status_code == 403

    def test_the_staff_see_who_has_credit(self, client):
        pay(invoice(PersonFactory(name="Mair Huws")), 5000, keeps_the_rest=True)
        client.force_login(keeper())

        page = client.get(reverse("contributions:invoices")).text

        assert "Mair Huws" in page
        assert "£10.00" in page

    def test_too_much_by_hand_is_kept_only_where_one_says_so(self, client):
        asked = invoice()
        client.force_login(keeper())
        sent = {"amount": "50", "method": "bank"} | {
            f"received_on_{part}": value for part, value in (("day", "2"), ("month", "5"), ("year", "2026"))
        }
        address = reverse("contributions:record_payment", args=[asked.pk])

        client.post(address, sent)
        assert Payment.objects.count() == 0
        client.post(address, sent | {"keeps_the_rest": "on"})

        assert Payment.objects.get().over == 1000
