"""What everyone reads, what one reads of oneself, and what those who watch over the journal read."""

import csv
import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal.actions import CLOCKWORK, Actor, record
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import latest_deeds, lines, page_of
from tests.factories import OrganisationFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db


def address(name, language="en", *args):
    with translation.override(language):
        return reverse(f"journal:{name}", args=args)


@pytest.mark.parametrize(("language", "path"), [("cy", "/cy/gweithgarwch/"), ("en", "/en/activity/")])
def test_activity_has_an_address_in_each_language(client, language, path):
    page = client.get(address("activity", language))

    assert (address("activity", language), page.status_code) == (path, 200)


def test_everyone_reads_public_deeds_only(client, keep_history):
    keep_history()
    organisation = OrganisationFactory(name_en="The circle")
    record(actor=CLOCKWORK, verb="people.tried", about=organisation)
    record(actor=CLOCKWORK, verb="people.hid", about=organisation)

    page = client.get(address("activity")).text

    assert "tried something" in page
    assert f'<a href="/o/{organisation.pk}/">The circle</a>' in page
    assert "hid something" not in page


def test_a_name_in_the_other_language_is_marked(client, keep_history):
    keep_history()
    record(actor=CLOCKWORK, verb="people.tried", about=OrganisationFactory(name_cy="Y cylch", name_en=""))

    page = client.get(address("activity")).text

    assert '<span lang="cy">Y cylch</span>' in page


def test_deeds_about_what_a_reader_may_not_see_are_left_out(client, keep_history):
    keep_history(see="people.look_after")
    record(actor=CLOCKWORK, verb="people.tried", about=OrganisationFactory(name_en="Secret circle"))

    as_anybody = client.get(address("activity")).text
    client.force_login(person_with("people.look_after"))
    as_staff = client.get(address("activity")).text

    assert "tried something" not in as_anybody
    assert "Secret circle" not in as_anybody
    assert "Secret circle" in as_staff


def test_people_are_named_as_far_as_they_wish(client):
    people = [PersonFactory(name=f"Name {seen}", seen_by=seen) for seen in ("everyone", "members", "nobody")]
    for person in people:
        record(actor=Actor(person), verb="people.tried", about=OrganisationFactory())

    def names_shown():
        page = client.get(address("activity")).text
        return [person.seen_by for person in people if person.name in page]

    as_anybody = names_shown()
    client.force_login(PersonFactory())
    as_member = names_shown()
    client.force_login(people[2])
    as_oneself = names_shown()
    client.force_login(person_with("people.look_after"))
    as_staff = names_shown()

    assert as_anybody == ["everyone"]
    assert as_member == ["everyone", "members"]
    assert as_oneself == as_staff == ["everyone", "members", "nobody"]


def test_who_a_deed_was_done_for_is_said(client):
    organisation = OrganisationFactory(name_en="The circle")
    person = PersonFactory(name="Mair", seen_by="everyone")
    record(actor=Actor(person, for_organisation=organisation), verb="people.tried", about=organisation)

    page = client.get(address("activity")).text

    assert "Mair, for The circle, tried something" in page


def do_deeds(number):
    for _deed in range(number):
        record(
            actor=Actor(PersonFactory(), for_person=PersonFactory()),
            verb="people.tried",
            about=OrganisationFactory(),
        )


def test_activity_asks_the_database_the_same_however_much_happened(client, keep_history, count_queries):
    keep_history()
    do_deeds(1)
    with_one = count_queries(lambda: client.get(address("activity")))
    do_deeds(2)

    with_three = count_queries(lambda: client.get(address("activity")))

    assert with_one == with_three


@pytest.mark.parametrize("deeds", [1, 3])
def test_lines_need_three_questions(keep_history, deeds, django_assert_num_queries):
    keep_history()
    do_deeds(deeds)

    with django_assert_num_queries(3):  # deeds, the records they are about, the names of people
        shown = lines(page_of(latest_deeds()).deeds, AnonymousUser())

    assert len(shown) == deeds


def test_activity_of_one_room_only(client):
    record(actor=CLOCKWORK, verb="people.tried", about=OrganisationFactory())
    record(actor=CLOCKWORK, verb="journal.restored", about=OrganisationFactory())

    page = client.get(address("activity"), {"room": "people"}).text

    assert "tried something" in page
    assert "brought back" not in page


@pytest.mark.parametrize("query", ["before=x", "before=99999999999999999999999", "after=-1", "room=none"])
def test_a_mangled_address_shows_the_newest(client, query):
    record(actor=CLOCKWORK, verb="people.tried", about=OrganisationFactory())

    page = client.get(f"{address('activity')}?{query}")

    assert "tried something" in page.text


def test_pages_hang_together_in_both_directions():
    organisation = OrganisationFactory()
    keys = [record(actor=CLOCKWORK, verb="people.tried", about=organisation).pk for _number in range(5)][::-1]

    first = page_of(Deed.objects.all(), size=2)
    second = page_of(Deed.objects.all(), size=2, before=first.older_than)
    last = page_of(Deed.objects.all(), size=2, before=second.older_than)
    back = page_of(Deed.objects.all(), size=2, after=last.newer_than)
    start = page_of(Deed.objects.all(), size=2, after=back.newer_than)

    assert [[deed.pk for deed in page.deeds] for page in (first, second, last)] == [
        keys[:2],
        keys[2:4],
        keys[4:],
    ]
    assert (first.newer_than, last.older_than) == (None, None)
    assert [deed.pk for deed in back.deeds] == keys[2:4]
    assert [deed.pk for deed in start.deeds] == keys[:2]
    assert start.newer_than is None


def test_one_reads_ones_own_deeds_public_or_not_and_what_was_done_on_ones_behalf(client):
    me, supporter, somebody = PersonFactory(), PersonFactory(), PersonFactory()
    organisation = OrganisationFactory()
    record(actor=Actor(me), verb="people.hid", about=organisation)
    record(actor=Actor(supporter, for_person=me), verb="people.tried", about=organisation)
    record(actor=Actor(somebody), verb="journal.restored", about=organisation)
    client.force_login(me)

    page = client.get(address("own")).text

    assert "hid something" in page
    assert "tried something" in page
    assert "brought back" not in page


def test_ones_own_deeds_are_for_the_signed_in(client):
    assert client.get(address("own")).status_code == 302


def test_the_whole_journal_is_for_those_who_hold_the_power(client):
    statuses = [client.get(address("audit")).status_code]
    client.force_login(PersonFactory())
    statuses += [client.get(address(name)).status_code for name in ("audit", "export")]
    client.force_login(person_with("journal.read_all"))
    statuses += [client.get(address(name)).status_code for name in ("audit", "export")]

    assert statuses == [302, 403, 403, 200, 200]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"tried", "hid"}),
        ({"person": "glain"}, {"tried"}),
        ({"person": "NIA@enghraifft.example"}, {"hid"}),
        ({"verb": "people.hid"}, {"hid"}),
        ({"first": "2026-01-01", "last": "9999-12-31"}, {"tried", "hid"}),
        ({"last": "2020-01-01"}, set()),
    ],
)
def test_the_journal_is_searched_by_person_deed_and_days(client, asked, found):
    glain, nia = PersonFactory(name="Glain"), PersonFactory(email="nia@enghraifft.example")
    record(actor=Actor(glain), verb="people.tried", about=OrganisationFactory())
    record(actor=Actor(nia), verb="people.hid", about=OrganisationFactory())
    client.force_login(person_with("journal.read_all"))

    page = client.get(address("audit"), asked).text

    assert {verb for verb in ("tried", "hid") if f"<code>people.{verb}</code>" in page} == found


def test_days_in_the_wrong_order_come_back_with_a_reason(client):
    client.force_login(person_with("journal.read_all"))

    page = client.get(address("audit", "cy"), {"first": "2026-03-01", "last": "2026-02-01"})

    assert "Mae&#x27;r diwrnod olaf yn dod cyn y cyntaf." in page.text
    assert 'value="2026-03-01"' in page.text


def test_the_audit_asks_the_database_the_same_however_much_happened(client, count_queries):
    client.force_login(person_with("journal.read_all"))
    do_deeds(1)
    with_one = count_queries(lambda: client.get(address("audit")))
    do_deeds(2)

    with_three = count_queries(lambda: client.get(address("audit")))

    assert with_one == with_three


def test_the_export_holds_what_was_asked_for_and_no_formula(client):
    person = PersonFactory(name="=HYPERLINK(1) ŵ")
    record(actor=Actor(person), verb="people.tried", about=OrganisationFactory())
    record(actor=Actor(PersonFactory()), verb="people.hid", about=OrganisationFactory())
    client.force_login(person_with("journal.read_all"))

    answer = client.get(address("export"), {"verb": "people.tried"})

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[2] for row in rows] == ["Person", "'=HYPERLINK(1) ŵ"]
    assert rows[1][5] == "people.tried"
