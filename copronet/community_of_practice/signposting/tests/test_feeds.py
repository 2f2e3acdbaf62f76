"""Feeds are read to their end or not at all believed; nothing in them is trusted."""

import gzip
import io
import json
import socket
from datetime import date
from pathlib import Path

import pytest
import requests
from urllib3 import HTTPResponse

from copronet.common_ground.journal.models import Deed, Version
from copronet.community_of_practice.signposting import imports
from copronet.community_of_practice.signposting.choices import FeedOutcome
from copronet.community_of_practice.signposting.imports import Unread, fetch_page, plain, read_body, read_feed
from copronet.community_of_practice.signposting.models import Service
from tests.factories import FeedFactory

pytestmark = pytest.mark.django_db

MOCKS = Path(__file__).parents[5] / "shared/data/exchange/oruk/OpenReferralApi/Mocks"
TODAY = date(2026, 11, 25)


def told(number, **said):
    return {"id": f"id-{number}", "name": f"Service {number}", "status": "active"} | said


def feed_of(*pages):
    """What answers in place of the net: each page in turn, as an honest feed would send it."""

    def fetch(address):
        number = int(address.partition("page=")[2].partition("&")[0])
        contents = pages[number - 1] if number <= len(pages) else []
        envelope = {"total_pages": len(pages), "last_page": number >= len(pages), "contents": contents}
        return json.dumps(envelope).encode()

    return fetch


def names():
    return sorted(Service.objects.values_list("name_en", flat=True))


def test_every_page_is_read():
    feed = FeedFactory()

    outcome = read_feed(feed, fetch=feed_of([told(1), told(2)], [told(3)]), today=TODAY)

    feed.refresh_from_db()
    assert (outcome, feed.outcome, names()) == ("read", "read", ["Service 1", "Service 2", "Service 3"])


def test_reading_again_changes_only_what_has_changed():
    feed = FeedFactory()
    read_feed(feed, fetch=feed_of([told(1), told(2)]), today=TODAY)
    versions = Version.objects.count()

    read_feed(feed, fetch=feed_of([told(1), told(2, name="Changed")]), today=TODAY)

    assert names() == ["Changed", "Service 1"]
    assert Version.objects.count() == versions + 1


def test_what_has_gone_is_marked_and_comes_back():
    feed = FeedFactory()
    read_feed(feed, fetch=feed_of([told(1), told(2), told(3)]), today=TODAY)

    read_feed(feed, fetch=feed_of([told(1), told(2)]), today=TODAY)
    gone = Service.objects.get(key_in_feed="id-3").gone_on
    read_feed(feed, fetch=feed_of([told(1), told(2), told(3)]), today=TODAY)

    assert (gone, Service.objects.get(key_in_feed="id-3").gone_on) == (TODAY, None)
    assert Deed.objects.filter(verb="signposting.service_gone").count() == 1


def test_when_more_than_half_are_gone_at_once_all_are_left_as_they_are():
    feed = FeedFactory()
    read_feed(feed, fetch=feed_of([told(1), told(2), told(3)]), today=TODAY)

    outcome = read_feed(feed, fetch=feed_of([told(1)]), today=TODAY)

    assert outcome == FeedOutcome.MOST_GONE
    assert not Service.objects.exclude(gone_on=None).exists()


def unanswered(_address):
    raise Unread(FeedOutcome.UNREACHABLE)


@pytest.mark.parametrize(
    ("fetch", "outcome"),
    [
        (unanswered, FeedOutcome.UNREACHABLE),
        (lambda _address: b"", FeedOutcome.UNREADABLE),
        (lambda _address: json.dumps({"contents": [told(1)]}).encode()[:-9], FeedOutcome.UNREADABLE),
        (lambda _address: b"[" * 200_000, FeedOutcome.UNREADABLE),
        (lambda _address: b"<html>Not found</html>", FeedOutcome.UNREADABLE),
        (lambda _address: b"[]", FeedOutcome.OTHER_SHAPE),
        (lambda _address: json.dumps({"items": [told(1)]}).encode(), FeedOutcome.OTHER_SHAPE),
        (lambda _address: json.dumps({"contents": [{"title": "Old"}]}).encode(), FeedOutcome.OTHER_SHAPE),
        (feed_of([]), FeedOutcome.EMPTY),
        (
            lambda _address: json.dumps({"total_pages": 9, "contents": [told(1)]}).encode(),
            FeedOutcome.GOES_ROUND,
        ),
    ],
)
def test_a_feed_that_cannot_be_read_says_why_and_changes_nothing_that_was_there(fetch, outcome):
    feed = FeedFactory()
    read_feed(feed, fetch=feed_of([told(1), told(2)]), today=TODAY)

    assert read_feed(feed, fetch=fetch, today=TODAY) == outcome

    feed.refresh_from_db()
    assert feed.outcome == outcome
    assert names() == ["Service 1", "Service 2"]
    assert not Service.objects.exclude(gone_on=None).exists()


def test_a_page_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(imports, "LARGEST_PAGE", 50)

    assert read_feed(FeedFactory(), fetch=feed_of([told(1)]), today=TODAY) == FeedOutcome.TOO_LARGE


def test_a_feed_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(imports, "MOST_PAGES", 3)
    endless = feed_of(*([told(number)] for number in range(9)))

    assert read_feed(FeedFactory(), fetch=endless, today=TODAY) == FeedOutcome.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_letters_arrive_whole_in_whatever_encoding(encoding):
    page = json.dumps(
        {"contents": [told(1, name="Tŷ or Tý" if encoding != "windows-1252" else "Môr")]}, ensure_ascii=False
    )

    read_feed(FeedFactory(), fetch=lambda _address: page.encode(encoding), today=TODAY)

    assert names() == ["Môr" if encoding == "windows-1252" else "Tŷ or Tý"]


@pytest.mark.parametrize(
    "lacking",
    [
        "words",
        7,
        None,
        {"name": "No id", "status": "active"},
        told(2, name="  "),
        told(3, status="open"),
        told(4, id="x" * 101),
    ],
)
def test_what_lacks_what_it_must_have_is_left_out_and_counted(lacking):
    feed = FeedFactory()

    read_feed(feed, fetch=feed_of([told(1), lacking]), today=TODAY)

    feed.refresh_from_db()
    assert (names(), feed.left_out) == (["Service 1"], 1)


def test_absurd_values_are_cut_or_dropped():
    absurd = told(
        1,
        description="word " * 5_000,
        minimum_age=99,
        maximum_age=-4,
        email="nobody",
        url="javascript:alert(1)",
        assured_date="2999-01-01",
        organization=["not an organisation"],
        contacts=[{"phones": [{"number": "call <b>me</b>"}, {"number": "01632 960002"}]}],
        schedules="always",
    )

    read_feed(FeedFactory(), fetch=feed_of([absurd]), today=TODAY)

    service = Service.objects.get()
    assert len(service.about_en) <= 4000
    assert service.about_en.endswith("word…")
    assert (service.minimum_age, service.maximum_age, service.email, service.website) == (99, None, "", "")
    assert (service.assured_on, service.provider_en, service.phone) == (None, "Service 1", "01632 960002")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three"),
        ("<script>alert(1)</script>Safe<br>words", "Safe\nwords"),
        ("  many   spaces\tand\0nothing ", "many spaces andnothing"),
        (None, ""),
    ],
)
def test_html_becomes_plain_words(written, read):
    assert plain(written, 100) == read


def test_a_feed_is_kept_in_the_language_it_is_written_in():
    read_feed(FeedFactory(language="cy"), fetch=feed_of([told(1, name="Cymorth")]), today=TODAY)

    service = Service.objects.get()
    assert (service.name_cy, service.name_en) == ("Cymorth", "")


@pytest.mark.parametrize(
    ("mock", "outcome"), [("V3.0-UK-Default", "read"), ("V3.0-UK-Test", "read"), ("V3.0-UK-Warn", "read")]
)
def test_the_official_mock_feeds_are_read(mock, outcome):
    if not MOCKS.exists():
        pytest.skip(f"OFFICIAL FEEDS NOT READ: they are not in {MOCKS}")
    body = (MOCKS / mock / "service_list.json").read_bytes()

    assert read_feed(FeedFactory(), fetch=lambda _address: body, today=TODAY) == outcome

    assert Service.objects.exists()


def test_the_official_feed_of_faults_brings_in_nothing_that_lacks_what_it_must_have():
    if not MOCKS.exists():
        pytest.skip(f"OFFICIAL FEEDS NOT READ: they are not in {MOCKS}")
    body = (MOCKS / "V3.0-UK-Fail" / "service_list.json").read_bytes()

    read_feed(FeedFactory(), fetch=lambda _address: body, today=TODAY)

    assert all(service.name_en and service.key_in_feed for service in Service.objects.all())


@pytest.mark.parametrize(
    "broken",
    [{"name": "Half \ud800a letter"}, {"url": "https://\ud800.example/"}, {"url": "https://a.example/\0"}],
)
def test_letters_that_no_database_keeps_are_left_away(broken):
    read_feed(FeedFactory(), fetch=feed_of([told(1, **broken), told(2)]), today=TODAY)

    service = Service.objects.get(key_in_feed="id-1")
    assert (service.name_en, service.website) == (broken.get("name", "Service 1").replace("\ud800", ""), "")
    assert Service.objects.count() == 2


@pytest.mark.parametrize("key", ["id\0", "\udfff", "id\n"])
def test_an_id_of_letters_that_no_database_keeps_is_left_out(key):
    feed = FeedFactory()

    read_feed(feed, fetch=feed_of([told(1), told(2, id=key)]), today=TODAY)

    feed.refresh_from_db()
    assert (names(), feed.left_out) == (["Service 1"], 1)


def test_a_feed_of_more_services_than_there_can_be_is_given_up(monkeypatch):
    monkeypatch.setattr(imports, "MOST_SERVICES", 2)
    feed = feed_of([told(1), told(2)], [told(3)])

    assert read_feed(FeedFactory(), fetch=feed, today=TODAY) == FeedOutcome.TOO_LARGE


def test_a_feed_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(imports, "A_FEED_LASTS", -1)

    assert read_feed(FeedFactory(), fetch=feed_of([told(1)]), today=TODAY) == FeedOutcome.UNREACHABLE


def test_nothing_inside_our_own_network_is_asked_for_a_feed():
    with socket.create_server(("127.0.0.1", 0)) as inside:
        with pytest.raises(Unread, match="unreachable"):
            fetch_page(f"https://127.0.0.1:{inside.getsockname()[1]}/services")
        inside.settimeout(5)
        reached, _address = inside.accept()

        with reached:
            assert reached.recv(1) == b""  # the connection was ended before a word was said


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}/services", "file:///etc/hostname"])
def test_a_feed_is_read_over_https_alone(address):
    with socket.create_server(("127.0.0.1", 0)) as inside:
        inside.settimeout(0)

        with pytest.raises(Unread, match="unreachable"):
            fetch_page(address.format(inside.getsockname()[1]))

        with pytest.raises(BlockingIOError):  # nobody has come by
            inside.accept()


def test_a_page_that_drips_is_given_up(monkeypatch):
    monkeypatch.setattr(imports, "A_PAGE_LASTS", -1)
    answer = requests.Response()
    answer.raw = HTTPResponse(io.BytesIO(b"[]"), preload_content=False)

    with pytest.raises(Unread, match="unreachable"):
        read_body(answer)


def test_a_page_arrives_whole_though_it_is_compressed():
    answer = requests.Response()
    packed = gzip.compress(b"words " * 100_000)
    answer.raw = HTTPResponse(io.BytesIO(packed), headers={"content-encoding": "gzip"}, preload_content=False)

    assert read_body(answer) == b"words " * 100_000
