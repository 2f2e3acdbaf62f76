"""Organisations as the records to be translated, kept by the people who look after people."""

import pytest

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.actions import CLOCKWORK, save
from copronet.common_ground.languages.queries import passages_of
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory

KIND = "people.organisation"


@pytest.fixture(autouse=True)
def organisations_are_kept(monkeypatch):
    verb = registry.Verb("people.tried", "tried something", False)
    monkeypatch.setitem(registry._verbs, verb.code, verb)
    kept = registry.Record(Organisation, None, "people.look_after", lambda record: f"/o/{record.pk}/")
    monkeypatch.setattr(registry, "_records", {KIND: kept})


@pytest.fixture
def write():
    """``write(name_cy=…)`` makes an organisation, ``write(organisation, …)`` changes it, each a version."""

    def write(organisation=None, **words):
        organisation = organisation or OrganisationFactory.build(name_cy="", name_en="")
        for name, text in words.items():
            setattr(organisation, name, text)
        save(actor=CLOCKWORK, verb="people.tried", content=organisation)
        return organisation

    return write


def states_of(record) -> dict[str, str]:
    return {name: passage.state for name, passage in sorted(passages_of(record).items())}
