"""Two who translate at once, and one who clicks twice."""

from uuid import uuid4

import pytest

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.languages.actions import translate
from copronet.common_ground.people.models import Organisation
from tests.at_once import only_where_rows_are_held, while_held
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = [pytest.mark.django_db(transaction=True), only_where_rows_are_held]


@pytest.fixture
def organisation():
    organisation = OrganisationFactory(name_cy="", name_en="Carers of Wales")
    save(actor=Actor(PersonFactory()), verb="people.organisation_changed", content=organisation)
    return organisation


def translates(organisation, *, key):
    """Somebody reads the record as it stands when they come, and translates it."""

    def do():
        read = Organisation.objects.get(pk=organisation.pk)
        read.name_cy = "Gofalwyr Cymru"
        translate(actor=Actor(PersonFactory()), content=read, based_on=1, key=key)

    return do


def test_the_second_click_of_a_double_click_finds_it_done(organisation):
    key, before = uuid4(), Deed.objects.count()

    came = while_held(translates(organisation, key=key), translates(organisation, key=key))

    assert came == "AlreadyDone"
    assert Deed.objects.count() == before + 1


def test_the_second_of_two_translators_hears_of_the_first(organisation):
    came = while_held(translates(organisation, key=uuid4()), translates(organisation, key=uuid4()))

    assert came == "Overtaken"
