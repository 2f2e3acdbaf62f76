"""How often a page asks the database."""

from collections.abc import Callable

from django.db import connection
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
