"""The pages: what a person would notice, in both languages."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Support
from copronet.community_of_practice.contributions.actions.gifts import confirm_gift
from copronet.community_of_practice.contributions.models import (
    Band,
    BankLine,
    Fee,
    Gift,
    Invoice,
    TimeCredits,
)
from copronet.community_of_practice.contributions.queries import fee_of, fees, standing_of
from tests.factories import MembershipFactory, OrganisationFactory, PersonFactory, RepresentationFactory

from .giving import DAY, band, confirmed, fee, given, invoice, keeper

TIME = {
    "done": "given",
    "kind": "time",
    "what": "Helpu yn y cyfarfod",
    "minutes": "1:30",
    "day_day": "1",
    "day_month": "5",
    "day_year": "2026",
    "whom": "network",
}


@pytest.fixture
def person():
    return PersonFactory(language="en", seen_by="members")


@pytest.fixture
def browser(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(name, *arguments, language="en"):
    with override(language):
        return reverse(f"contributions:{name}", args=arguments)


def give(browser, **said):
    return browser.post(at("give"), TIME | said)


class TestGiving:
    def test_an_hour_and_a_half_is_written_down(self, browser, person):
        give(browser)

        gift = Gift.objects.get()
        assert (gift.giver, gift.receiver, gift.minutes, gift.day, gift.state) == (
            person,
            None,
            90,
            DAY,
            "given",
        )
        assert (gift.what, gift.language) == ("Helpu yn y cyfarfod", "en")

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({"minutes": "-1"}, "Write how long it took: more than nothing."),
            ({"minutes": "0"}, "Write how long it took: more than nothing."),
            ({"minutes": ""}, "Write how long it took."),
            ({"minutes": "a while"}, "Write how long like 2, 1.5 or 1:30"),
            ({"value": "12"}, "leave the value empty for time"),
            ({"kind": "money", "value": "-5"}, "Write an amount of more than nothing."),
            ({"kind": "money", "value": ""}, "Write an amount."),
            ({"day_year": "2999"}, "This day is still to come."),
            ({"whom": "another"}, "Say who it is for."),
            ({"whom": "another", "receiver": "nobody@enghraifft.example"}, "We found nobody"),
        ],
    )
    def test_what_cannot_be_is_said_in_place_and_what_was_typed_stays(self, browser, said, words):
        page = give(browser, **said)

        assert (page.status_code, Gift.objects.count()) == (200, 0)
        assert words in page.text
        assert "Helpu yn y cyfarfod" in page.text

    def test_an_hour_to_oneself_is_refused_kindly(self, browser, person):
        page = give(browser, whom="another", receiver=person.email)

        assert "Nobody gives to themselves" in page.text
        assert Gift.objects.count() == 0

    def test_somebody_who_is_hidden_is_not_found_by_asking(self, browser):
        hidden = PersonFactory(seen_by="nobody")

        page = give(browser, whom="another", receiver=hidden.email)

        assert "We found nobody" in page.text

    @pytest.mark.parametrize("written", ["90 min", "1.5", "1:30", "1,5", "1 h 30", "1 awr 30 mun", "1.5 awr"])
    def test_time_is_read_as_people_write_it(self, browser, written):
        give(browser, minutes=written)

        assert Gift.objects.get().minutes == 90

    def test_a_promise_for_a_day_to_come(self, browser):
        give(browser, done="promised", day_year="2999")

        assert Gift.objects.get().state == "pledged"

    def test_for_an_organisation_i_act_for(self, browser, person):
        organisation = RepresentationFactory(person=person).organisation
        browser.post(reverse("people:act_for"), {"acting_for": f"organisation:{organisation.pk}"})

        give(browser)

        assert Gift.objects.get().giver == organisation
        assert str(organisation.name_en) in browser.get(at("mine")).text

    def test_for_a_person_i_support(self, browser, person):
        supported = PersonFactory()
        Support.objects.create(
            supported=supported, supporter=person, agreed="in_person", begins=date(2026, 1, 1)
        )
        browser.post(reverse("people:act_for"), {"acting_for": f"person:{supported.pk}"})

        give(browser)

        assert Gift.objects.get().giver == supported

    def test_an_hour_counts_towards_the_fee(self, browser, person):
        fee(person, pence=2000, minutes=240)

        give(browser, minutes="4", towards_fee="on")
        confirm_gift(actor=Actor(keeper()), gift=Gift.objects.get())

        assert standing_of(fees().get()).reckoning.given * 2 == 1

    def test_two_clicks_are_one_gift(self, browser):
        from uuid import uuid4

        key = str(uuid4())
        for _click in range(2):
            give(browser, deed_key=key)

        assert Gift.objects.count() == 1


class TestOneGift:
    def test_the_receiver_sees_it_and_confirms_it(self, browser, person):
        gift = given(PersonFactory(name="Elgan"), person)

        assert "Yes, that is right" in browser.get(at("gift", gift.pk)).text
        browser.post(at("confirm", gift.pk))

        gift.refresh_from_db()
        assert gift.state == "confirmed"

    def test_the_giver_sees_it_and_cannot_confirm_it(self, browser, person):
        gift = given(person, PersonFactory())

        page = browser.get(at("gift", gift.pk))

        assert "Yes, that is right" not in page.text
        assert browser.post(at("confirm", gift.pk)).status_code == 404

    def test_nobody_else_learns_of_it(self, browser):
        gift = given(PersonFactory(), PersonFactory())

        assert browser.get(at("gift", gift.pk)).status_code == 404

    def test_a_supporter_confirms_for_somebody_and_it_is_written_so(self, browser, person):
        supported = PersonFactory()
        Support.objects.create(
            supported=supported, supporter=person, agreed="in_person", begins=date(2026, 1, 1)
        )
        gift = given(PersonFactory(), supported)

        browser.post(at("confirm", gift.pk))

        from copronet.common_ground.journal.models import Deed

        deed = Deed.objects.get(verb="contributions.gift_confirmed")
        assert (deed.actor, deed.for_person) == (person, supported)


class TestStatement:
    def test_it_shows_what_was_given_and_received(self, browser, person):
        confirmed(person, minutes=90, what="Torri gwair")
        confirmed(PersonFactory(name="Elgan"), person, minutes=30, what="Lifft")

        page = browser.get(at("statement") + "?year=2026")

        for words in ("Torri gwair", "1 h 30 min", "Lifft", "Elgan", "30 min"):
            assert words in page.text

    def test_staff_print_anybodys(self, client, person):
        confirmed(person, what="Torri gwair")
        client.force_login(keeper(), backend="django.contrib.auth.backends.ModelBackend")

        assert "Torri gwair" in client.get(at("statement_of", "person", person.pk) + "?year=2026").text

    @pytest.mark.parametrize("year", ["x", "1", "99999999999999999999", "-1", "²"])
    def test_a_year_that_is_none_is_this_year(self, browser, year):
        assert browser.get(at("statement") + f"?year={year}").status_code == 200

    def test_three_lines_take_no_more_questions_than_one(self, browser, person, count_queries):
        confirmed(person)
        one = count_queries(lambda: browser.get(at("statement") + "?year=2026"))
        for _time in range(2):
            confirmed(person)
            confirmed(PersonFactory(), person)

        assert count_queries(lambda: browser.get(at("statement") + "?year=2026")) == one


class TestFee:
    def test_half_in_hours(self, browser, person):
        scale = band()

        browser.post(at("fee"), {"band": scale.pk, "pence": "20", "minutes": "4"})

        made = fee_of(person)
        assert [(part.kind, part.pence, part.minutes) for part in made.parts.all()] == [
            ("money", 2000, None),
            ("time", None, 240),
        ]
        page = browser.get(at("fee"))
        assert page.text.count("50%") >= 2

    def test_too_little_is_said_in_place_with_a_way_on(self, browser):
        page = browser.post(at("fee"), {"band": band().pk, "pence": "5"})

        assert "This covers 50% of the lowest fee" in page.text
        assert Fee.objects.count() == 0

    def test_nothing_this_year(self, browser, person):
        browser.post(at("fee"), {"band": "nothing"})

        assert fee_of(person).waived

    def test_it_is_a_step_of_joining(self, browser, person):
        from copronet.community_of_practice.members.registry import missing_steps, steps_for

        membership = MembershipFactory(person=person, state="begun", welcomed_on=None)
        number = [step.code for step in steps_for(membership)].index("fee") + 1
        address = reverse("members:step", args=[membership.pk, number])

        assert "Which band suits you?" in browser.get(address).text
        browser.post(address, {"band": band().pk, "pence": "20", "minutes": "4"})

        assert "fee" not in [step.code for step in missing_steps(membership)]
        assert fee_of(person).parts.count() == 2

    def test_amounts_of_a_band_that_fees_stand_on_do_not_move(self, client):
        scale = band()
        fee(PersonFactory(), of=scale)
        client.force_login(keeper(), backend="django.contrib.auth.backends.ModelBackend")
        said = {
            "name_cy": "Band",
            "name_en": "Band",
            "for_whom": "either",
            "suggested_pence": "80",
            "lowest_pence": "10",
            "suggested_minutes": "8",
            "lowest_minutes": "120",
            "vat": "outside",
            "vat_rate": "0",
            "place": "100",
            "begins_day": "1",
            "begins_month": "1",
            "begins_year": "2026",
            "based_on": "0",
        }

        page = client.post(at("change_band", scale.pk), said)

        assert "Fees were agreed by these amounts" in page.text
        scale.refresh_from_db()
        assert scale.suggested_pence == 4000
        assert (
            client.post(
                at("change_band", scale.pk), said | {"suggested_pence": "40", "name_en": "Ours"}
            ).status_code
            == 302
        )


class TestBooks:
    @pytest.fixture
    def staff(self, client):
        client.force_login(keeper(), backend="django.contrib.auth.backends.ModelBackend")
        return client

    def test_every_page_opens_in_both_languages(self, staff):
        asked = invoice()
        confirmed(PersonFactory())
        for language in ("cy", "en"):
            for name, arguments in (
                ("books", ()),
                ("ledger", ()),
                ("waiting", ()),
                ("fees", ()),
                ("invoices", ()),
                ("bank", ()),
                ("time_credits", ()),
                ("spend", ()),
                ("record_gift", ()),
                ("match", ()),
                ("scale", ()),
                ("add_band", ()),
                ("invoice", (asked.pk,)),
                ("record_payment", (asked.pk,)),
            ):
                assert staff.get(at(name, *arguments, language=language)).status_code == 200, name

    def test_the_ledger_is_filtered_and_taken_away(self, staff):
        confirmed(PersonFactory(name="=SUM(A1)"), minutes=61)
        confirmed(OrganisationFactory(), kind="room", minutes=None, value=500)

        page = staff.get(at("ledger") + "?unit=minutes")
        assert "1 h 1 min" in page.text
        assert "£5.00" not in page.text

        text = b"".join(staff.get(at("ledger_file", "csv") + "?unit=minutes")).decode()
        assert "'=SUM(A1)" in text
        assert len(text.strip().splitlines()) == 2
        rows = b"".join(staff.get(at("ledger_file", "json")).streaming_content).decode()
        assert rows.count('"minutes"') == 1
        assert staff.get(at("ledger_file", "xlsx")).content[:2] == b"PK"
        assert staff.get(at("ledger_file", "pdf")).status_code == 404

    def test_rows_of_the_ledger_take_no_more_questions(self, staff, count_queries):
        confirmed(PersonFactory())
        one = count_queries(lambda: staff.get(at("ledger")))
        for _time in range(2):
            confirmed(OrganisationFactory())

        assert count_queries(lambda: staff.get(at("ledger"))) == one

    def test_lists_take_no_more_questions_for_three_than_for_one(self, staff, count_queries):
        names = ("waiting", "fees", "invoices", "books", "match")
        given(PersonFactory())
        invoice()
        fee(PersonFactory())
        ones = [count_queries(lambda name=name: staff.get(at(name))) for name in names]
        for _time in range(2):
            given(OrganisationFactory())
            invoice(OrganisationFactory())
            fee(OrganisationFactory())

        assert [count_queries(lambda name=name: staff.get(at(name))) for name in names] == ones

    def test_a_gift_on_paper(self, staff):
        giver = PersonFactory(seen_by="members")

        staff.post(at("record_gift"), TIME | {"giver": giver.email})

        assert Gift.objects.get().giver == giver

    def test_an_invoice_from_fee_to_receipt(self, staff):
        made = fee(OrganisationFactory())
        page = staff.post(
            at("issue_invoice", made.pk), {"name": "Cyngor Llanffug", "purchase_order": "PO-77"}, follow=True
        )
        assert "PO-77" in page.text

        asked = Invoice.objects.get()
        staff.post(
            at("record_payment", asked.pk),
            {
                "method": "cheque",
                "amount": "£40.00",
                "received_on_day": "1",
                "received_on_month": "Mai",
                "received_on_year": "2026",
            },
        )

        assert "Paid in full" in staff.get(at("invoice", asked.pk)).text

    def test_a_statement_is_read_and_a_line_matched(self, staff):
        from django.core.files.uploadedfile import SimpleUploadedFile

        asked = invoice(name="Mair Enghraifft")
        text = f"Date,Description,Amount\n01/05/2026,{asked.code} FEE,40\n"
        staff.post(at("bank"), {"file": SimpleUploadedFile("may.csv", text.encode())})
        line = BankLine.objects.get()

        assert asked.code in staff.get(at("bank")).text
        staff.post(at("match_line", line.pk), {"invoice": asked.pk})

        line.refresh_from_db()
        assert line.state == "matched"

    def test_a_wrong_file_is_said_in_place(self, staff):
        from django.core.files.uploadedfile import SimpleUploadedFile

        page = staff.post(at("bank"), {"file": SimpleUploadedFile("x.csv", b"Who,How much\n")})

        assert "no columns that we know" in page.text
        assert BankLine.objects.count() == 0

    def test_time_credits_are_settled_with_a_history(self, staff):
        said = {
            "letter_at": "5",
            "limit": "10",
            "begins_day": "1",
            "begins_month": "1",
            "begins_year": "2026",
        }
        for answer in ("yes", "no"):
            staff.post(at("time_credits"), said | {"can_be_spent": answer})

        assert [each.can_be_spent for each in TimeCredits.objects.order_by("pk")] == [True, False]
        assert "(holds now)" in staff.get(at("time_credits")).text


def test_everybody_sees_the_match_and_no_person(client):
    giver = OrganisationFactory()
    confirmed(giver, kind="room", minutes=None, value=123400)

    page = client.get(at("match"))

    for words in ("£33,554.00", "£60,400.00", "£93,954.00", "£1,234.00"):
        assert words in page.text
    assert giver.name_en not in page.text


def test_an_invoice_is_hidden_from_others_and_open_to_whom_it_is_for(client, person):
    organisation = RepresentationFactory(person=person).organisation
    asked = invoice(organisation)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(at("invoice", asked.pk)).status_code == 200

    client.force_login(PersonFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(at("invoice", asked.pk)).status_code == 404


def test_bands_by_what_one_is(client, person):
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")

    page = client.get(at("fee"))

    assert "Middle income" in page.text
    assert "Public or national body" not in page.text
    assert Band.objects.count() == 6


@pytest.mark.parametrize("year", ["20261", "2026" * 2000, "0", "²"])
def test_a_year_that_there_is_not_shows_this_one(browser, year):
    page = browser.get(at("statement"), {"year": year})

    assert (page.status_code, page.context["year"]) == (200, timezone.localdate().year)


def test_an_organisation_kept_twice_is_found_by_the_name_both_had(browser):
    kept = OrganisationFactory(name_cy="Yr Hafan", name_en="Yr Hafan")
    OrganisationFactory(name_cy="Yr Hafan", name_en="Yr Hafan", merged_into=kept)

    browser.post(at("give"), TIME | {"whom": "another", "receiver": "yr hafan"})

    assert Gift.objects.get().receiver == kept


def test_a_name_with_what_no_spreadsheet_can_hold_does_not_stop_the_file(client):
    client.force_login(keeper())
    confirmed(PersonFactory(name="Mair\x0b\x1f Jones"))

    answer = client.get(at("ledger_file", "xlsx"))

    assert answer.status_code == 200
