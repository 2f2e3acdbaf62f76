"""A room of our own for the journal's tests: organisations with a history, and two verbs."""

import pytest

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
