"""No page asks more of the database because there is more on it: for each row of the grid that grows."""

import pytest

from .everyone import address_of
from .grid import PAGES

pytestmark = pytest.mark.django_db
GROWING = [name for name, row in PAGES.items() if row.grows]


@pytest.mark.parametrize("name", GROWING)
def test_a_page_asks_as_much_with_three_rows_as_with_one(everyone, count_queries, name):
    row, counts = PAGES[name], []
    reader, address = "member" if row.answers["member"] == 200 else row.reader(), address_of(name, row)

    for more in (1, 2):
        for _each in range(more):
            row.grows()
        counts.append(count_queries(lambda: everyone.get(reader, address)))

    assert counts[0] == counts[1]
    assert row.queries is None or counts[1] <= row.queries
