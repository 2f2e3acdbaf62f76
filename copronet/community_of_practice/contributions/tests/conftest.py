"""After every test of this room the books balance, whatever the test did."""

from collections.abc import Iterator

import pytest

from copronet.community_of_practice.contributions.queries import faults_in_the_books


@pytest.fixture(autouse=True)
def _the_books_balance(db: None) -> Iterator[None]:
    yield
    assert faults_in_the_books() == []
