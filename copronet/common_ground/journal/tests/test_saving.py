"""One save: the record, its version and its line, or none of them."""

import pytest
from django.db import DatabaseError, transaction

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.actions import (
    CLOCKWORK,
    ActionRefused,
    Actor,
    AlreadyDone,
    Overtaken,
    record,
    restore,
    save,
)
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.journal.queries import version_number
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_saving_writes_the_record_its_version_and_its_line():
    person = PersonFactory()
    organisation = OrganisationFactory.build(name_cy="Cylch", name_en="Circle")

    deed = save(actor=Actor(person), verb="people.tried", content=organisation)

    assert Organisation.objects.get().name_cy == "Cylch"
    assert (deed.actor, deed.verb, deed.object_type) == (person, "people.tried", "people.organisation")
    assert deed.object_id == str(organisation.pk)
    assert (deed.version.number, deed.version.content["name_en"]) == (1, "Circle")


def test_a_deed_says_in_what_capacity_it_was_done():
    person, organisation = PersonFactory(), OrganisationFactory()

    deed = record(actor=Actor(person, for_organisation=organisation), verb="people.tried", about=organisation)

    assert (deed.actor, deed.for_organisation, deed.for_person) == (person, organisation, None)


def test_a_deed_is_done_in_one_capacity_at_most():
    organisation = OrganisationFactory()
    actor = Actor(PersonFactory(), for_organisation=organisation, for_person=PersonFactory())

    with pytest.raises(DatabaseError), transaction.atomic():
        record(actor=actor, verb="people.tried", about=organisation)

    assert Deed.objects.count() == 0


def test_a_supporters_deed_is_the_supported_persons():
    supporter, supported = PersonFactory(), PersonFactory()

    actor = Actor(supporter, for_person=supported)

    assert (actor.party, Actor(supporter).party, CLOCKWORK.party) == (supported, supporter, None)


def test_a_deed_nobody_announced_is_a_mistake():
    organisation = OrganisationFactory.build()

    with pytest.raises(KeyError):
        save(actor=CLOCKWORK, verb="people.never_announced", content=organisation)

    assert (Organisation.objects.count(), Version.objects.count(), Deed.objects.count()) == (0, 0, 0)


def test_a_failed_deed_leaves_no_line(monkeypatch):
    def fail(_record, _before):
        raise RuntimeError("something after the record was written")

    monkeypatch.setattr(registry, "_on_save", [*registry._on_save, fail])

    with pytest.raises(RuntimeError):
        save(actor=CLOCKWORK, verb="people.tried", content=OrganisationFactory.build())

    assert (Organisation.objects.count(), Version.objects.count(), Deed.objects.count()) == (0, 0, 0)


def test_what_follows_a_save_knows_what_stood_before(monkeypatch):
    heard = []
    monkeypatch.setattr(registry, "_on_save", [lambda saved, before: heard.append(before.get("name_cy"))])
    organisation = OrganisationFactory.build(name_cy="Cyntaf")
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)
    organisation.name_cy = "Ail"

    save(actor=CLOCKWORK, verb="people.tried", content=organisation)

    assert heard == [None, "Cyntaf"]


def test_whoever_began_from_an_older_version_is_told():
    organisation = OrganisationFactory.build(name_en="First")
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)
    save(actor=CLOCKWORK, verb="people.tried", content=organisation, based_on=1)
    organisation.name_en = "Mine"

    with pytest.raises(Overtaken):
        save(actor=CLOCKWORK, verb="people.tried", content=organisation, based_on=1)

    assert Organisation.objects.get().name_en == "First"
    assert version_number(organisation) == 2


def test_the_same_key_does_a_deed_once():
    from uuid import uuid4

    key = uuid4()
    first = save(actor=CLOCKWORK, verb="people.tried", content=OrganisationFactory.build(), key=key)

    with pytest.raises(AlreadyDone) as done:
        save(actor=CLOCKWORK, verb="people.tried", content=OrganisationFactory.build(), key=key)

    assert done.value.deed == first
    assert Organisation.objects.count() == 1


def test_a_failed_deed_leaves_its_key_unused():
    from uuid import uuid4

    key, organisation = uuid4(), OrganisationFactory()
    with pytest.raises(KeyError):
        record(actor=CLOCKWORK, verb="people.never_announced", about=organisation, key=key)

    deed = record(actor=CLOCKWORK, verb="people.tried", about=organisation, key=key)

    assert deed.key == key


def test_an_earlier_version_comes_back_as_a_new_one(told):
    deed = restore(actor=CLOCKWORK, content=told, number=1)

    assert Organisation.objects.get().name_en == "Old name"
    assert (deed.verb, deed.version.number) == ("journal.restored", 3)
    assert list(Version.objects.order_by("number").values_list("content__name_en", flat=True)) == [
        "Old name",
        "New name",
        "Old name",
    ]


def test_a_version_that_would_not_be_valid_now_is_refused(told):
    content = Version.objects.get(number=1).content | {"website": "not an address"}
    Version.objects.create(
        object_type="people.organisation", object_id=str(told.pk), number=3, content=content
    )

    with pytest.raises(ActionRefused):
        restore(actor=CLOCKWORK, content=told, number=3)

    assert Organisation.objects.get().name_en == "New name"


def test_a_version_that_is_not_there_is_refused(told):
    with pytest.raises(ActionRefused):
        restore(actor=CLOCKWORK, content=told, number=9)


def test_bringing_back_is_refused_when_somebody_saved_meanwhile(told):
    with pytest.raises(Overtaken):
        restore(actor=CLOCKWORK, content=told, number=1, based_on=1)
