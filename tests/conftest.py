"""What the tests of the whole share."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.databases import undone
from tests.permissions.everyone import Everyone


@pytest.fixture(scope="module")
def everyone(django_db_setup: None, django_db_blocker: Any) -> Iterator[Everyone]:
    """One person of every role, signed in, on the grounds of every room: made once for a module of tests."""
    with django_db_blocker.unblock(), undone():
        everyone = Everyone()
        with django_db_blocker.block():
            yield everyone
