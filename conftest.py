"""Fixtures for every test, whichever room it stands in."""

import gc
import os
from collections.abc import Callable, Iterator
from importlib import import_module, reload
from pathlib import Path
from typing import Any
from uuid import uuid4

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from django.urls import clear_url_caches
from django.utils import translation

from tests import databases

# Sync Playwright keeps an event loop running in the main thread; without this the ORM refuses to work there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# Looking for rubbish after every 700 objects is a twentieth of the whole time.
gc.set_threshold(50_000, 50, 50)

# How long an example takes says more about what else the machine does than about our code.
hypothesis.settings.register_profile("copronet", deadline=None)
hypothesis.settings.load_profile("copronet")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens no database is the same on either, so the PostgreSQL run leaves it out."""
    opening = {"db", "transactional_db", "live_server"}
    for item in items:
        if not item.get_closest_marker("django_db") and not opening & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.presentation)


@pytest.fixture(autouse=True)
def _language_does_not_leak() -> Iterator[None]:
    """A test that reads in Welsh must not leave the next one reading in Welsh."""
    before = translation.get_language()
    yield
    translation.activate(before or "en")


@pytest.fixture(autouse=True)
def _cache_does_not_leak() -> Iterator[None]:
    """What one test counted (attempts to sign in, say) must not stop the next one."""
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def _signed_in_with_everything_asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """``client.force_login`` stands for a whole sign-in, unless the test is about its second half."""
    from tests.permissions.roles import give_what_is_asked  # noqa: PLC0415  (models need Django first)

    if request.node.get_closest_marker("second_factor"):
        return
    force_login = Client.force_login

    def with_everything_asked(client: Client, person: Any, backend: str | None = None) -> None:
        force_login(client, person, backend)
        give_what_is_asked(client, person)

    monkeypatch.setattr(Client, "force_login", with_everything_asked)


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_blocker: Any) -> None:
    """A database migrated once and copied (`tests.databases`); a test that commits leaves it as it found it."""
    for name in ("django_test_environment", "django_db_modify_db_settings"):
        request.getfixturevalue(name)
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid4().hex)
    with django_db_blocker.unblock():
        databases.prepare(run=run, anew=request.getfixturevalue("django_db_createdb"))
        put_back = databases.remember()
    TransactionTestCase._fixture_teardown = lambda _test: put_back()  # noqa: SLF001


@pytest.fixture
def count_queries() -> Callable[[Callable[[], object]], int]:
    """``count_queries(read)``: how often ``read()`` asks the database; the same with one row as with three."""

    def count(read: Callable[[], object]) -> int:
        read()  # what is kept from the first time on is not counted
        with CaptureQueriesContext(connection) as asked:
            read()
        return len(asked)

    return count


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real test data beside the checkout; tests say aloud when it is absent."""
    here = Path(__file__).resolve().parent
    folder = Path(os.environ.get("COPRONET_SHARED", here.parent / "shared")) / "data"
    if not folder.is_dir():
        pytest.skip("the shared test data is not here: set COPRONET_SHARED to its folder")
    return folder


@pytest.fixture
def files_on_disk(settings, tmp_path: Path) -> Path:
    """Uploaded files lie in a folder, as they do outside tests; gives that folder."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    return tmp_path


@pytest.fixture
def demonstration(settings: Any) -> Iterator[None]:
    """The site as `make demo` serves it: the page for stepping in exists, and no second factor is asked."""
    settings.DEMONSTRATION = True
    _read_addresses_again()
    yield
    settings.DEMONSTRATION = False
    _read_addresses_again()


def _read_addresses_again() -> None:
    reload(import_module("copronet.portal.front.urls"))
    reload(import_module("copronet.config.urls"))
    clear_url_caches()
