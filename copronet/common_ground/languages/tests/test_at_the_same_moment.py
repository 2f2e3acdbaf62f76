"""Two who translate at once, and one who clicks twice."""

from threading import Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction

from copronet.common_ground.journal.actions import Actor, AlreadyDone, Overtaken, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.languages.actions import translate
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def organisation():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time, so nothing races; PostgreSQL shows the lock")
    organisation = OrganisationFactory(name_cy="", name_en="Carers of Wales")
    save(actor=Actor(PersonFactory()), verb="people.organisation_changed", content=organisation)
    return organisation


def while_another_translates(organisation, *, key, other_key):
    """What comes to somebody whose translation is sent while another of the same record is being written."""
    said = []

    def later():
        late = Organisation.objects.get(pk=organisation.pk)  # read before the other is done
        late.name_cy = "Gofalwyr Cymru"
        read.append(True)
        try:
            translate(actor=Actor(PersonFactory()), content=late, based_on=1, key=other_key)
        except (AlreadyDone, Overtaken) as refusal:
            said.append(type(refusal))
        connection.close()

    read: list[bool] = []
    thread = Thread(target=later)
    with transaction.atomic():
        organisation.name_cy = "Gofalwyr Cymru"
        translate(actor=Actor(PersonFactory()), content=organisation, based_on=1, key=key)
        thread.start()
        while not read:
            thread.join(0.01)
        thread.join(0.2)  # it waits for the row by now
    thread.join()
    return said


def test_the_second_click_of_a_double_click_finds_it_done(organisation):
    key, before = uuid4(), Deed.objects.count()

    assert while_another_translates(organisation, key=key, other_key=key) == [AlreadyDone]
    assert Deed.objects.count() == before + 1


def test_the_second_of_two_translators_hears_of_the_first(organisation):
    assert while_another_translates(organisation, key=uuid4(), other_key=uuid4()) == [Overtaken]
