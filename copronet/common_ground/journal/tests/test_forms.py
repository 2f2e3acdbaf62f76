"""Forms notice another person's save, lose nothing that was typed, and do their deed once."""

from uuid import uuid4

import pytest
from django import forms
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from copronet.common_ground.journal.actions import CLOCKWORK, AlreadyDone, once, record, save
from copronet.common_ground.journal.forms import OnceForm, VersionedForm
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


class OrganisationForm(VersionedForm):
    verb = "people.tried"

    class Meta:
        model = Organisation
        fields = ["name_cy", "name_en"]


class SayingForm(OnceForm):
    words = forms.CharField()


@pytest.fixture
def organisation():
    organisation = OrganisationFactory.build(name_cy="Cylch", name_en="Circle")
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)
    return organisation


def sent(form: forms.BaseForm, **typed: str) -> dict[str, str]:
    """What a browser sends for a form as it was shown, with these boxes filled in."""
    shown = {name: form[name].value() for name in form.fields}
    return {name: str(value) for name, value in {**shown, **typed}.items() if value is not None}


def test_editing_saves_a_version(organisation):
    data = sent(OrganisationForm(instance=organisation), name_en="Ring")
    form = OrganisationForm(data, instance=Organisation.objects.get())

    assert form.is_valid()
    saved = form.save_as(CLOCKWORK)

    assert (saved.name_en, Version.objects.count()) == ("Ring", 2)


def test_the_second_of_two_writers_is_shown_both_and_loses_nothing(organisation):
    opened = sent(OrganisationForm(instance=Organisation.objects.get()), name_en="What I wrote")
    organisation.name_en = "What they wrote"
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)

    form = OrganisationForm(opened, instance=Organisation.objects.get())

    assert not form.is_valid()
    assert form.has_error("__all__", "conflict")
    with translation.override("en"):
        page = render_to_string("journal/conflict.html", {"form": form})
    assert "Circle" in page
    assert "What they wrote" in page
    assert form["name_en"].value() == "What I wrote"
    assert Organisation.objects.get().name_en == "What they wrote"


def test_sending_again_after_reading_both_saves_knowingly(organisation):
    opened = sent(OrganisationForm(instance=Organisation.objects.get()), name_en="What I wrote")
    organisation.name_en = "What they wrote"
    save(actor=CLOCKWORK, verb="people.tried", content=organisation)
    came_back = OrganisationForm(opened, instance=Organisation.objects.get())
    came_back.is_valid()

    form = OrganisationForm(sent(came_back, name_en="Both"), instance=Organisation.objects.get())

    assert form.is_valid()
    form.save_as(CLOCKWORK)
    assert Organisation.objects.get().name_en == "Both"


def test_an_edit_sent_twice_is_saved_once_and_is_no_conflict(organisation):
    data = sent(OrganisationForm(instance=organisation), name_en="Ring")
    for _time in range(2):
        form = OrganisationForm(data, instance=Organisation.objects.get())
        assert form.is_valid()
        form.save_as(CLOCKWORK)

    assert Version.objects.count() == 2


def test_something_new_sent_twice_is_made_once():
    data = sent(OrganisationForm(), name_cy="Newydd")
    made = []
    for _time in range(2):
        form = OrganisationForm(data)
        assert form.is_valid()
        made.append(form.save_as(CLOCKWORK))

    assert made[0] == made[1] == Organisation.objects.get()


def test_a_key_of_another_kind_of_deed_is_refused(organisation):
    key = uuid4()
    from tests.factories import PersonFactory

    record(actor=CLOCKWORK, verb="people.tried", about=PersonFactory(), key=key)
    form = OrganisationForm(sent(OrganisationForm(), name_cy="Newydd", deed_key=str(key)))
    form.is_valid()

    with pytest.raises(AlreadyDone):
        form.save_as(CLOCKWORK)


def test_each_showing_of_a_form_has_its_own_key_and_keeps_it_when_it_comes_back():
    first, second = SayingForm(), SayingForm()
    came_back = SayingForm({"deed_key": str(first["deed_key"].value())})

    assert first["deed_key"].value() != second["deed_key"].value()
    assert not came_back.is_valid()
    assert came_back["deed_key"].value() == str(first["deed_key"].value())


def test_an_action_given_the_key_is_done_once():
    @transaction.atomic
    def say(*, words, key):
        once(key)
        said = OrganisationFactory(name_en=words)
        record(actor=CLOCKWORK, verb="people.tried", about=said, key=key)

    form = SayingForm(sent(SayingForm(), words="Hello"))
    form.is_valid()
    say(words="Hello", key=form.deed_key)

    with pytest.raises(AlreadyDone):
        say(words="Hello", key=form.deed_key)

    assert (Organisation.objects.count(), Deed.objects.count()) == (1, 1)


def test_a_form_sent_without_a_key_still_works():
    form = SayingForm({"words": "Hello"})

    assert form.is_valid()
    assert form.deed_key is None
