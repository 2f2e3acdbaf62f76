"""How often a page asks the database, and what stands on it."""

import re
from collections.abc import Callable

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext


def asked_with(rows: int, add_one: Callable[[], object], client: Client, address: str) -> int:
    """Add so many rows, read the page once to fill what is kept, then count what the second reading asks."""
    for _number in range(rows):
        add_one()
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page = client.get(address)
    assert page.status_code == 200
    return len(asked)


def words_of(page: HttpResponse, *changing: str) -> str:
    """The words of a page, without tags, times and whatever else differs between two readers."""
    words = re.sub(r"<input[^>]*>|<[^>]+>|\s+", " ", page.text.partition("<main")[2])
    words = re.sub(r"\d{1,2} \w+ \d{4}(, )?|\d{1,2}:\d\d(:\d\d)?", "(when)", words)
    for each in changing:
        words = re.sub(rf"\b{re.escape(each)}\b", "…", words)
    return words
