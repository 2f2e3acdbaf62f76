"""Whoever is supported hears what was done for them, in the way they prefer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor, record
from copronet.common_ground.people.actions.support import agree_support, ask_support, end_support
from copronet.common_ground.people.models import Support
from copronet.common_ground.people.queries import supported_by
from copronet.common_ground.people.tasks import tell_supported
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + timedelta(days=1)


def act(supporter, supported):
    record(actor=Actor(supporter, for_person=supported), verb="people.details_changed", about=supported)


def test_what_was_done_is_told_once_the_next_day_in_their_language():
    supporter, supported = PersonFactory(name="Huw"), PersonFactory(language="cy")
    act(supporter, supported)
    act(supporter, supported)

    tell_supported(on=TOMORROW)
    tell_supported(on=TOMORROW)

    letter = supported.letters.get()
    assert letter.subject == "Beth a wnaed ar eich rhan"
    assert letter.text.count("Huw") == 2


def test_what_was_done_on_days_when_nothing_ran_is_told_once_it_runs_again():
    supported = PersonFactory()
    act(PersonFactory(), supported)

    for days in (4, 5):
        tell_supported(on=timezone.localdate() + timedelta(days=days))

    assert supported.letters.count() == 1


def test_what_was_done_more_than_a_week_ago_is_not_told_anew():
    supported = PersonFactory()
    act(PersonFactory(), supported)

    tell_supported(on=timezone.localdate() + timedelta(days=8))

    assert not supported.letters.exists()


def test_somebody_without_e_mail_is_told_on_paper():
    supported = PersonFactory(email=None, reached_by="post", postal_address="1 Heol Ddychmygol")
    act(PersonFactory(), supported)

    tell_supported(on=TOMORROW)

    assert supported.letters.get().state == "to_post"


def test_whoever_acts_only_for_themselves_gets_no_letter():
    person = PersonFactory()
    record(actor=Actor(person), verb="people.details_changed", about=person)

    tell_supported(on=TOMORROW)

    assert not person.letters.exists()


def agreed_until(ends):
    supporter, supported = PersonFactory(), PersonFactory()
    ask_support(actor=Actor(supported), supported=supported, address=supporter.email, ends=ends)
    support = Support.objects.get()
    agree_support(actor=Actor(supporter), support=support)
    support.refresh_from_db()
    return support


def test_support_ends_by_itself_on_its_day():
    support = agreed_until(TOMORROW)
    assert list(supported_by(support.supporter)) == [support.supported]

    Support.objects.update(begins=timezone.localdate() - timedelta(days=9), ends=timezone.localdate())

    assert list(supported_by(support.supporter)) == []


def test_support_until_a_day_can_be_ended_before_it():
    support = agreed_until(TOMORROW)

    end_support(actor=Actor(support.supported), support=support)

    assert list(supported_by(support.supporter)) == []
