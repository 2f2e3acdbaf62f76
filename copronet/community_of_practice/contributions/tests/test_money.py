"""Invoices, payments and bank lines: numbers without gaps, nothing taken twice, everything in the ledger."""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor, AlreadyDone
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.letters.models import Letter
from copronet.community_of_practice.contributions.actions.bank import (
    keep_bank_lines,
    match_line,
    set_line_aside,
)
from copronet.community_of_practice.contributions.actions.departing import remove_old_declarations
from copronet.community_of_practice.contributions.actions.money import (
    cancel_invoice,
    declare_gift_aid,
    end_gift_aid,
    issue_invoice,
    record_payment,
)
from copronet.community_of_practice.contributions.actions.refunds import give_back
from copronet.community_of_practice.contributions.choices import Purpose, Unit
from copronet.community_of_practice.contributions.imports import NotAStatement, read_statement
from copronet.community_of_practice.contributions.models import BankLine, Entry, Invoice, Payment
from copronet.community_of_practice.contributions.queries import (
    balances_of,
    party_as_addressed,
    proposals_for,
    still_open,
    waiting_lines,
)
from tests.factories import OrganisationFactory, PersonFactory, RepresentationFactory

from .giving import DAY, band, fee, invoice, keeper


def pay(asked: Invoice, amount: int = 4000, **said):
    plain = {"method": "bank", "received_on": DAY, "actor": Actor(keeper())}
    return record_payment(invoice=asked, amount=amount, **plain | said)


def test_numbers_run_through_the_year_without_a_gap():
    codes = [invoice().code for _time in range(3)]
    cancel_invoice(actor=Actor(keeper()), invoice=Invoice.objects.first(), why="cancelled")
    codes.append(invoice().code)

    year = date.today().year  # noqa: DTZ011
    assert codes == [f"{year}-000{number}" for number in (1, 2, 3, 4)]


def test_vat_is_added_where_the_band_says_so_to_the_nearest_penny():
    asked = invoice(OrganisationFactory(), of=band(vat="standard", vat_rate=2000), pence=1003)

    line = asked.lines.get()
    assert (line.net, line.vat, asked.total) == (1003, 201, 1204)
    owed = balances_of(asked.party, Purpose.OWED)[Unit.PENCE]
    assert (owed.into, owed.out) == (1204, 0)


def test_an_invoice_keeps_the_name_and_address_of_its_day():
    person = PersonFactory(name="Mair", postal_address="Llanffug")
    asked = issue_invoice(
        actor=Actor(keeper()), fee=fee(person), name="Mair", address="Llanffug", purchase_order="PO 7"
    )

    person.name, person.postal_address = "Mair Arall", "Aberchwedl"
    person.save()

    asked.refresh_from_db()
    assert (asked.name, asked.address, asked.purchase_order) == ("Mair", "Llanffug", "PO 7")


def test_a_fee_is_invoiced_once():
    asked = fee(PersonFactory())
    issue_invoice(actor=Actor(keeper()), fee=asked, name="Mair")

    with pytest.raises(ActionRefused, match="already"):
        issue_invoice(actor=Actor(keeper()), fee=asked, name="Mair")

    assert Invoice.objects.count() == 1


def test_a_fee_without_money_is_not_invoiced():
    with pytest.raises(ActionRefused, match="in money"):
        invoice(pence=0, minutes=480)


def test_a_payment_in_two_parts_and_a_receipt_for_each():
    person = PersonFactory(language="en")
    asked = invoice(person)

    pay(asked, 1500)
    assert still_open(asked) == 2500
    pay(asked, 2500, method="cash")

    assert still_open(asked) == 0
    receipts = Letter.objects.filter(person=person, subject="Receipt for your payment").order_by("pk")
    assert ["£25.00" in receipts[0].text, "£0.00" in receipts[1].text] == [True, True]


def test_a_fee_is_not_paid_twice():
    asked = invoice()
    pay(asked)

    with pytest.raises(ActionRefused, match="already"):
        pay(asked)

    assert Payment.objects.count() == 1


@pytest.mark.parametrize("amount", [0, -1, 4001])
def test_an_amount_that_cannot_be_is_refused(amount):
    asked = invoice()

    with pytest.raises(ActionRefused, match="amount"):
        pay(asked, amount)

    assert Payment.objects.count() == 0


def test_a_payment_tomorrow_is_refused_and_nothing_half_saved():
    asked = invoice()

    with pytest.raises(ActionRefused, match="still to come"):
        pay(asked, received_on=date(2999, 1, 1))

    assert (Payment.objects.count(), Entry.objects.count()) == (0, 1)


def test_the_same_form_twice_is_one_payment():
    asked, key = invoice(), uuid4()
    pay(asked, 1000, key=key)

    with pytest.raises(AlreadyDone):
        pay(asked, 1000, key=key)

    assert Payment.objects.count() == 1


def test_a_payment_is_never_changed():
    pay(invoice())

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        Payment.objects.update(amount=1)

    assert Payment.objects.get().amount == 4000


def test_money_given_back_can_be_paid_again():
    asked = invoice(PersonFactory(language="en"))
    payment = pay(asked)

    give_back(actor=Actor(keeper()), payment=payment, why="refunded")

    assert still_open(asked) == 4000
    with pytest.raises(ActionRefused, match="already"):
        give_back(actor=Actor(keeper()), payment=payment, why="refunded")
    pay(asked)
    assert still_open(asked) == 0


def test_a_cheque_that_bounces_is_reversed_with_its_reason():
    payment = pay(invoice(), method="cheque")

    give_back(actor=Actor(keeper()), payment=payment, why="bounced")

    assert [entry.why for entry in payment.entries.order_by("pk")] == ["", "bounced"]


def test_an_invoice_that_is_paid_is_not_cancelled():
    asked = invoice()
    pay(asked, 100)

    with pytest.raises(ActionRefused, match="Give that back first"):
        cancel_invoice(actor=Actor(keeper()), invoice=asked, why="cancelled")

    assert Invoice.objects.get().cancelled_on is None


def test_gift_aid_is_noted_where_the_band_and_a_declaration_allow_it():
    person, allowed = PersonFactory(), band(gift_aid=True)
    declare_gift_aid(actor=Actor(person), person=person, name="Mair", address="Llanffug")
    today = person.gift_aid_declarations.get().begins

    assert pay(invoice(person, of=allowed), received_on=today).is_gift_aided
    end_gift_aid(actor=Actor(person), person=person)
    assert not pay(invoice(PersonFactory(), of=allowed), received_on=today).is_gift_aided


STATEMENT = """Date,Description,Money in,Money out
01/05/2026,MAIR ENGHRAIFFT {code} FEE,40.00,
02/05/2026,SIOP BAPUR,,12.50
03/05/2026,RHYWUN,15.00,
"""


class TestBank:
    def read(self, text):
        keep_bank_lines(actor=Actor(keeper()), lines=read_statement(text.encode()))

    def test_what_came_in_is_read_and_the_likeliest_invoice_proposed(self):
        asked, other = invoice(name="Mair Enghraifft"), invoice(name="Gethin Arall", pence=1500)
        self.read(STATEMENT.format(code=asked.code))

        (first, one), (second, two) = proposals_for(waiting_lines())

        assert (first.amount, [each.invoice for each in one]) == (4000, [asked])
        assert (one[0].same_number, one[0].same_amount, one[0].same_name) == (True, True, True)
        assert (second.amount, [each.invoice for each in two]) == (1500, [other])

    def test_the_same_statement_again_brings_nothing_new(self):
        text = STATEMENT.format(code="x")

        for _time in range(2):
            self.read(text)

        assert BankLine.objects.count() == 2

    def test_two_lines_alike_in_one_file_are_two(self):
        self.read("Date,Reference,Amount\n01/05/2026,Te,5\n01/05/2026,Te,5\n01/05/2026,Te,-5\n")

        assert BankLine.objects.count() == 2

    def test_a_line_is_never_matched_twice(self):
        asked = invoice()
        self.read(STATEMENT.format(code=asked.code))
        line = BankLine.objects.order_by("pk").first()

        match_line(actor=Actor(keeper()), line=line, invoice=asked)

        for deed in (
            lambda: match_line(actor=Actor(keeper()), line=line, invoice=invoice()),
            lambda: set_line_aside(actor=Actor(keeper()), line=line),
        ):
            with pytest.raises(ActionRefused, match="already"):
                deed()
        assert Payment.objects.count() == 1

    def test_what_was_put_to_the_wrong_invoice_waits_again(self):
        asked = invoice()
        self.read(STATEMENT.format(code=asked.code))
        line = BankLine.objects.order_by("pk").first()
        payment = match_line(actor=Actor(keeper()), line=line, invoice=asked)

        give_back(actor=Actor(keeper()), payment=payment, why="wrong_party")

        line.refresh_from_db()
        assert (line.state, line.payment) == ("waiting", None)

    @pytest.mark.parametrize(
        "text",
        [
            "Who,How much\nMair,5\n",
            "Date,Amount\n01/05/2026,five\n",
            "Date,Amount\nsome day,5\n",
            "Date,Amount\n01/05/2026,NaN\n",
            "",
        ],
    )
    def test_a_file_that_cannot_be_read_says_why_and_reads_nothing(self, text):
        with pytest.raises(NotAStatement, match=r"\.$"):
            read_statement(text.encode())

    def test_a_file_too_big_or_no_table_is_refused(self):
        for data in (b"x" * 3_000_000, b"\x89PNG\0\0\0"):
            with pytest.raises(NotAStatement):
                read_statement(data)

    def test_welsh_in_the_banks_own_encoding_is_read(self):
        (line,) = read_statement(
            "Dyddiad,Disgrifiad,Swm\n01/05/2026,Siân Tŷ,5\n".replace("ŷ", "y").encode("cp1252")
        )

        assert line.words == "Siân Ty"


@pytest.mark.parametrize(
    "said",
    [
        "Infinity",
        "NaN",
        "1e400000",
        "1e9999999",
        "99999999999",
        '"' + "a" * 200_000 + '"',
    ],
)
def test_a_statement_with_what_is_no_amount_is_refused_kindly(said):
    with pytest.raises(NotAStatement):
        read_statement(f"Date,Amount\n01/05/2026,{said}\n".encode())


def test_a_statement_with_the_line_ends_of_an_old_machine_is_read():
    assert len(read_statement(b"Date,Amount\r01/05/2026,40\r02/05/2026,50\r")) == 2


@pytest.mark.parametrize(
    ("language", "name", "line"),
    [("cy", "Canolfan Cwm Hud", "Ffi aelodaeth: Band"), ("en", "Cwm Hud Centre", "Membership fee: Band")],
)
def test_an_invoice_speaks_the_language_of_whoever_reads_it(client, language, name, line):
    organisation = OrganisationFactory(name_cy="Canolfan Cwm Hud", name_en="Cwm Hud Centre")
    reader = PersonFactory(language=language)
    RepresentationFactory(organisation=organisation, person=reader, answers_for_it=True)
    addressed, _address = party_as_addressed(organisation)
    asked = invoice()
    client.force_login(keeper())

    with translation.override(language):
        page = client.get(reverse("contributions:invoice", args=[asked.pk])).text

    assert addressed == name
    assert line in page


def test_an_invoice_says_where_to_pay_where_the_operator_has_said_so(client, settings):
    asked = invoice()
    client.force_login(keeper())
    address = reverse("contributions:invoice", args=[asked.pk])

    settings.BANK_ACCOUNT = ""
    without = client.get(address).text
    settings.BANK_ACCOUNT = "Rhwydwaith 00-00-00"

    assert "Rhwydwaith 00-00-00" in client.get(address).text
    assert "Rhwydwaith 00-00-00" not in without


@pytest.mark.parametrize("side", ["organisation", "person"])
def test_nobody_writes_down_that_their_own_side_has_paid(client, side):
    bookkeeper, colleague = keeper(), keeper()
    asked = invoice(
        RepresentationFactory(person=bookkeeper).organisation if side == "organisation" else bookkeeper
    )
    paid = pay(asked, 1000, actor=Actor(colleague))
    deeds = [
        reverse("contributions:record_payment", args=[asked.pk]),
        reverse("contributions:cancel_invoice", args=[asked.pk]),
        reverse("contributions:give_back", args=[paid.pk]),
    ]
    answers = {}

    for who in (bookkeeper, colleague):
        client.force_login(who)
        answers[who] = [client.get(address).status_code for address in deeds]

    assert answers == {bookkeeper: [404, 404, 403], colleague: [200, 200, 200]}
    client.force_login(bookkeeper)
    with translation.override("cy"):
        page = client.get(reverse("contributions:invoice", args=[asked.pk])).text
    assert "Cydweithiwr sy'n nodi" in unescape(page)


def test_what_the_bank_says_of_ones_own_invoice_may_be_matched():
    bookkeeper = keeper()
    asked = invoice(RepresentationFactory(person=bookkeeper).organisation)
    keep_bank_lines(
        actor=Actor(bookkeeper), lines=[BankLine(fingerprint="x", paid_on=DAY, amount=4000, words="Te")]
    )

    match_line(actor=Actor(bookkeeper), line=BankLine.objects.get(), invoice=asked)

    assert still_open(asked) == 0


def test_a_declaration_of_gift_aid_is_removed_seven_years_after_its_end():
    person = PersonFactory()
    for name in ("Mair", "Mair Huws"):
        declare_gift_aid(actor=Actor(person), person=person, name=name, address="Llanffug")
    end = date.today()  # noqa: DTZ011

    early = remove_old_declarations(actor=CLOCKWORK, today=end + timedelta(days=7 * 365))
    removed = remove_old_declarations(actor=CLOCKWORK, today=end + timedelta(days=7 * 366))

    assert (early, removed) == (0, 1)
    assert [each.name for each in person.gift_aid_declarations.all()] == ["Mair Huws"]
    assert Deed.objects.get(verb="contributions.gift_aid_removed").actor is None
