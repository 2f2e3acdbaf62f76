"""The database itself keeps the journal as it was written."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.journal.models import Deed, Version
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def deed():
    return save(actor=Actor(PersonFactory()), verb="people.tried", content=OrganisationFactory.build())


@pytest.mark.parametrize("model", [Deed, Version])
def test_a_line_cannot_be_changed(deed, model):
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        model.objects.update(object_id="0")

    assert set(model.objects.values_list("object_id", flat=True)) == {deed.object_id}


@pytest.mark.parametrize("model", [Deed, Version])
def test_a_line_cannot_be_removed(deed, model):
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        model.objects.all()._raw_delete(using="default")

    assert model.objects.count() == 1


def test_no_command_of_the_database_changes_a_line_either(deed):
    for command in ("UPDATE journal_deed SET verb = 'x'", "DELETE FROM journal_version"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(command)

    assert Deed.objects.get().verb == "people.tried"


def test_somebody_who_did_a_deed_cannot_be_removed(deed):
    with pytest.raises(IntegrityError):
        deed.actor.delete()

    assert Deed.objects.get().actor == deed.actor
