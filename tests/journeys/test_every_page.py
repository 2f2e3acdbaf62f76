"""Every page of the permission grid in a real browser: no barrier, and no sideways scrolling on a narrow screen.

A new room has its pages looked at by its rows in the grid. What is fuller than those rows has journeys of its own.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Response

from copronet.common_ground.languages.choices import Language
from tests.permissions.everyone import Everyone, address_of
from tests.permissions.grid import PAGES

pytestmark = [pytest.mark.presentation, pytest.mark.slow]
# Looked at with more on them in test_design, test_people and test_sign_in_pages.
FULLER_ELSEWHERE = ("design:", "people:", "account_", "mfa_", "usersessions_", "socialaccount_")
# No page of their own: the list under the box of the search, and what is written for machines.
PARTS_OF_PAGES = {"front:suggestions", "assets:feed", "assets:data"}


def to_be_looked_at() -> dict[str, str]:
    """The pages of the grid, each with somebody who may read it."""
    readers = {name: row.reader() for name, row in PAGES.items()}
    return {
        name: reader
        for name, reader in readers.items()
        if reader and name not in PARTS_OF_PAGES and not name.startswith(("/", *FULLER_ELSEWHERE))
    }


@pytest.fixture
def page_of(open_page: Callable[..., Page], live_server: Any) -> Callable[[str], Page]:
    """``page_of(role)``: the browser of somebody of that role; everyone is there and signed in."""
    everyone, pages = Everyone(), {}

    def page_of(role: str) -> Page:
        if role not in pages:
            pages[role] = open_page()
            pages[role].context.add_cookies(
                [
                    {"name": name, "value": key, "url": live_server.url}
                    for name, key in everyone.session_of(role).items()
                ]
            )
        return pages[role]

    return page_of


@pytest.mark.parametrize("language", Language.values)
def test_no_page_has_a_barrier_on_a_wide_or_a_narrow_screen(page_of, barriers, language):
    found = {}

    for name, reader in to_be_looked_at().items():
        page, address = page_of(reader), address_of(name, PAGES[name], language)
        if address.startswith(f"/{language}/") and is_page(opened(page, address)):
            found[name] = barriers(page)

    assert found
    assert {name: faults for name, faults in found.items() if faults} == {}


def opened(page: Page, address: str) -> Response | None:
    """The answer; None for a file that is saved and not shown."""
    try:
        return page.goto(address)
    except Error as refused:
        if "Download is starting" in str(refused):
            return None
        raise


def is_page(answer: Response | None) -> bool:
    return bool(answer and answer.ok and answer.headers.get("content-type", "").startswith("text/html"))
