"""Two people at the same moment: real threads, each with its own connection to the database."""

from uuid import uuid4

import pytest

from copronet.common_ground.journal.actions import CLOCKWORK, save
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.people.models import Organisation
from tests.at_once import together
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_save_the_same_version_one_is_told():
    organisation = OrganisationFactory.build()
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)

    def rename(name):
        mine = Organisation.objects.get()
        mine.name_en = name
        save(actor=CLOCKWORK, verb="people.tried", content=mine, based_on=1)

    came = together(lambda: rename("Mine"), lambda: rename("Yours"), lambda: rename("Theirs"))

    assert came == ["Overtaken", "Overtaken", "done"]
    assert sorted(Version.objects.values_list("number", flat=True)) == [1, 2]


def test_saves_that_ask_for_no_version_stand_in_a_row():
    organisation = OrganisationFactory.build()
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)

    def again():
        save(actor=CLOCKWORK, verb="people.tried", content=Organisation.objects.get())

    came = together(*[again] * 4)

    assert came == ["done"] * 4
    assert sorted(Version.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_a_double_click_makes_one_thing():
    key = uuid4()

    def found():
        save(actor=CLOCKWORK, verb="people.tried", content=OrganisationFactory.build(), key=key)

    came = together(found, found, found)

    assert came == ["AlreadyDone", "AlreadyDone", "done"]
    assert (Organisation.objects.count(), Deed.objects.count()) == (1, 1)
