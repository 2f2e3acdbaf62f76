"""Reading a feed of Open Referral UK 3.0, page by page, trusting nothing that stands in it.

What is absurdly large is cut, HTML becomes plain words, what lacks an id, a name or a known status is left
out and counted. Services that a feed no longer has are marked as gone only once it was read to its end. An
address, or what it sends on to, is asked only where it lies outside of our own network.
"""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from ipaddress import ip_address
from socket import socket
from time import monotonic
from typing import Any, TypeGuard

import nh3
import requests
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import transaction
from django.utils import timezone
from requests.adapters import HTTPAdapter
from urllib3 import HTTPSConnectionPool
from urllib3.connection import HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError

from copronet.common_ground.journal.actions import CLOCKWORK

from .actions import Brought, bring_in, mark_gone, note_reading
from .choices import FeedOutcome, Status
from .models import Feed

A_PAGE = 100
MOST_PAGES = 5_000
MOST_SERVICES = 200_000  # ten times those of all of Wales
LARGEST_PAGE = 20 * 1024 * 1024  # bytes
LONGEST_ADDRESS = 200  # characters of an e-mail or web address
MOST_REDIRECTS = 3
LASTS = 30  # seconds that a page may take to begin
A_PAGE_LASTS = 120  # seconds that it may take as a whole
A_FEED_LASTS = 2 * 60 * 60  # seconds
# What no database keeps, and no text needs: control characters, and halves of characters.
UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Fetch = Callable[[str], bytes]


class Unread(Exception):
    """A feed cannot be read on, and why."""

    def __init__(self, outcome: FeedOutcome) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome


@dataclass
class Reading:
    """What a feed held: the keys of its services, and how many were left out."""

    keys: set[str] = field(default_factory=set)
    left_out: int = 0


def read_feed(feed: Feed, *, fetch: Fetch | None = None, today: date | None = None) -> FeedOutcome:
    """Bring a feed's services in and note what came of it. What was read before it broke off stays."""
    reading = Reading()
    try:
        for page in _pages(feed, fetch or fetch_page):
            _take_in(feed, page, reading)
        outcome = _end(feed, reading, today or timezone.localdate())
    except Unread as unread:
        outcome = unread.outcome
    note_reading(feed=feed, outcome=outcome, left_out=reading.left_out)
    return outcome


class _Outside(HTTPSConnection):
    """Reaches only what lies outside: the address asked is the one looked at, whatever its name led to."""

    def _new_conn(self) -> socket:
        reached = super()._new_conn()
        if not ip_address(reached.getpeername()[0].partition("%")[0]).is_global:
            reached.close()
            raise NewConnectionError(self, "This address is not outside of our own network.")
        return reached


class _OutsideAlone(HTTPAdapter):
    """Connects by `_Outside`, and by nothing else."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        pool = type("OutsidePool", (HTTPSConnectionPool,), {"ConnectionCls": _Outside})
        self.poolmanager.pool_classes_by_scheme = {"https": pool}


def fetch_page(address: str) -> bytes:
    """Read one page over https, up to the largest size and for as long as a page may take."""
    with requests.Session() as session:
        session.adapters.clear()
        session.mount("https://", _OutsideAlone())
        session.max_redirects = MOST_REDIRECTS
        try:
            with session.get(
                address, timeout=LASTS, stream=True, headers={"Accept": "application/json"}
            ) as answer:
                answer.raise_for_status()
                return read_body(answer)
        except (requests.RequestException, HTTPError, UnicodeError) as missing:
            raise Unread(FeedOutcome.UNREACHABLE) from missing


def read_body(answer: requests.Response) -> bytes:
    """What arrives, piece by piece as it does: one that drips is given up in time."""
    body, until = bytearray(), monotonic() + A_PAGE_LASTS
    while piece := answer.raw.read1(65_536, decode_content=True):
        body += piece
        if len(body) > LARGEST_PAGE:
            raise Unread(FeedOutcome.TOO_LARGE)
        if monotonic() > until:
            raise Unread(FeedOutcome.UNREACHABLE)
    return bytes(body)


def _pages(feed: Feed, fetch: Fetch) -> Iterator[list[Any]]:
    """The contents of each page. A page that brings only what was there before goes round."""
    seen: set[str] = set()
    until = monotonic() + A_FEED_LASTS
    for number in range(1, MOST_PAGES + 1):
        if monotonic() > until:
            raise Unread(FeedOutcome.UNREACHABLE)
        page = _envelope(fetch(f"{feed.address.rstrip('/')}/services?page={number}&per_page={A_PAGE}"))
        contents = page["contents"]
        ids = {str(each.get("id")) for each in contents if isinstance(each, dict)}
        if ids and ids <= seen:
            raise Unread(FeedOutcome.GOES_ROUND)
        seen |= ids
        if len(seen) > MOST_SERVICES:
            raise Unread(FeedOutcome.TOO_LARGE)
        yield contents
        if not contents or page.get("last_page") is True or number >= _total_pages(page, number):
            return
    raise Unread(FeedOutcome.TOO_LARGE)


def _total_pages(page: dict[str, Any], number: int) -> int:
    total = page.get("total_pages")
    return total if isinstance(total, int) else number


def _envelope(body: bytes) -> dict[str, Any]:
    if len(body) > LARGEST_PAGE:
        raise Unread(FeedOutcome.TOO_LARGE)
    try:
        page = json.loads(_letters(body))
    except (ValueError, RecursionError) as broken:
        raise Unread(FeedOutcome.UNREADABLE) from broken
    if not isinstance(page, dict) or not isinstance(page.get("contents"), list):
        raise Unread(FeedOutcome.OTHER_SHAPE)
    return page


def _letters(body: bytes) -> str:
    """JSON is UTF-8 by its standard; what is not is taken for Windows-1252, as spreadsheets leave it."""
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return body.decode("utf-16", errors="replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("windows-1252", errors="replace")


@transaction.atomic  # one commit for a page, with a savepoint for each service
def _take_in(feed: Feed, contents: list[Any], reading: Reading) -> None:
    for told in contents:
        brought = brought_of(told, feed.language) if isinstance(told, dict) else None
        if brought is None:
            reading.left_out += 1
            continue
        reading.keys.add(brought.key)
        bring_in(actor=CLOCKWORK, feed=feed, brought=brought)


def _end(feed: Feed, reading: Reading, today: date) -> FeedOutcome:
    if not reading.keys and not reading.left_out:
        return FeedOutcome.EMPTY
    if not reading.keys:
        return FeedOutcome.OTHER_SHAPE
    return mark_gone(actor=CLOCKWORK, feed=feed, still_there=reading.keys, today=today)


def brought_of(told: dict[str, Any], language: str) -> Brought | None:
    """What a feed says of one service, as we keep it; None where it lacks what it must have."""
    key, name, status = told.get("id"), plain(told.get("name"), 200), told.get("status")
    if not _is_key(key) or not name or status not in Status.values:
        return None
    organization = told.get("organization")
    organization = organization if isinstance(organization, dict) else {}
    lower, upper = _age(told.get("minimum_age")), _age(told.get("maximum_age"))
    if lower is not None and upper is not None and lower > upper:
        lower, upper = upper, lower
    words = {
        f"name_{language}": name,
        f"about_{language}": plain(told.get("description"), 4000),
        f"provider_{language}": plain(organization.get("name"), 200) or name,
        f"alert_{language}": plain(told.get("alert"), 500),
        f"cost_{language}": plain(told.get("fees"), 200),
        f"times_{language}": _times(told.get("schedules")),
        "status": status,
        "phone": _phone(told.get("contacts")),
        "email": _if_valid(told.get("email"), EmailValidator(), LONGEST_ADDRESS),
        "website": _if_valid(told.get("url"), URLValidator(schemes=["http", "https"]), LONGEST_ADDRESS),
        "minimum_age": lower,
        "maximum_age": upper,
        "assured_on": _day(told.get("assured_date")),
    }
    return Brought(key, words)


def _is_key(key: Any) -> TypeGuard[str]:
    return isinstance(key, str) and 0 < len(key) <= 100 and key.isprintable()


def plain(value: Any, longest: int) -> str:
    """Words without markup, each space single but for paragraphs; cut at a word with an ellipsis."""
    if not isinstance(value, str):
        return ""
    broken = re.sub(r"(?i)<br\s*/?>|</(p|li|div|h\d)>", "\n", UNKEPT.sub("", value[: longest * 20]))
    text = html.unescape(nh3.clean(broken, tags=set()))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return text if len(text) <= longest else f"{text[: longest - 1].rsplit(' ', 1)[0]}…"


def _age(value: Any) -> int | None:
    is_age = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 120
    return int(value) if is_age else None


def _day(value: Any) -> date | None:
    try:
        day = date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
    return day if day <= timezone.localdate() else None


def _times(schedules: Any) -> str:
    """What the schedules say in words; their rules alone say too little to be read."""
    told = (
        [each.get("description") for each in schedules if isinstance(each, dict)]
        if isinstance(schedules, list)
        else []
    )
    return plain(" ".join(str(each) for each in told if each), 300)


def _phone(contacts: Any) -> str:
    for contact in contacts if isinstance(contacts, list) else []:
        phones = contact.get("phones") if isinstance(contact, dict) else None
        for phone in phones if isinstance(phones, list) else []:
            number = plain(phone.get("number") if isinstance(phone, dict) else None, 40)
            if re.fullmatch(r"[\d +()./-]{3,40}", number):
                return number
    return ""


def _if_valid(value: Any, check: Any, longest: int) -> str:
    try:
        check(value)
    except ValidationError:
        return ""
    return value if len(value) <= longest and value.isprintable() else ""
