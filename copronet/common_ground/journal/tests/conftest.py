"""A room of our own for the journal's tests: organisations with a history, and two verbs."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory, PersonFactory

KIND = "people.organisation"


@pytest.fixture(autouse=True)
def verbs(monkeypatch):
    monkeypatch.setitem(
        registry._verbs, "people.tried", registry.Verb("people.tried", "tried something", True)
    )
    monkeypatch.setitem(registry._verbs, "people.hid", registry.Verb("people.hid", "hid something", False))


@pytest.fixture
def keep_history(monkeypatch):
    """``keep_history(see=…)`` gives organisations a history, edited by whoever looks after people."""

    def keep(see: str | None = None) -> None:
        kept = registry.Record(Organisation, see, "people.look_after", lambda record: f"/o/{record.pk}/")
        monkeypatch.setitem(registry._records, KIND, kept)

    return keep


@pytest.fixture
def told(keep_history):
    """An organisation with two versions, written by somebody whom everyone may know."""
    keep_history()
    author = PersonFactory(name="Mair Amlwg", seen_by="everyone")
    organisation = OrganisationFactory.build(name_cy="Hen enw", name_en="Old name")
    save(actor=Actor(author), verb="people.tried", content=organisation)
    organisation.name_en = "New name"
    save(actor=Actor(author), verb="people.tried", content=organisation)
    return organisation


@pytest.fixture
def own_connections(transactional_db, tmp_path: Path) -> Iterator[None]:
    """Each thread has its own connection, as in a running network.

    SQLite's test database lives in memory; here a copy of it lies in a file, with the settings of a real one.
    """
    if connection.vendor != "sqlite":
        yield
        return
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        in_memory.backup(copy)
    copy.close()
    connection.connection = None
    connection.settings_dict["NAME"] = str(tmp_path / "copy.sqlite3")
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = in_memory, name
