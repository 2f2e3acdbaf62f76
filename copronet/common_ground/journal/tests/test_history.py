"""The history of a record: who may read it, what it shows, and bringing a version back."""

import pytest
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.journal.models import Version
from copronet.common_ground.people.models import Organisation
from tests.factories import OrganisationFactory, PersonFactory, person_with

from .conftest import KIND

pytestmark = pytest.mark.django_db


def address(name, record, *more, language="en"):
    with translation.override(language):
        return reverse(f"journal:{name}", args=[KIND, record.pk, *more])


def test_history_tells_who_changed_what(client, told):
    page = client.get(address("history", told)).text

    assert "Version 2" in page
    assert "Mair Amlwg tried something" in page
    assert "Changed: Name (English)" in page


def test_a_difference_is_marked_in_words_and_language(client, told):
    page = client.get(address("difference", told), {"older": 1, "newer": 2}).text

    assert "[taken out: </span>Old<" in page
    assert "[put in: </span>New<" in page
    assert 'class="difference" lang="en"' in page


def test_two_versions_asked_for_in_the_wrong_order_are_read_from_the_older(client, told):
    page = client.get(address("difference", told), {"older": 2, "newer": 1}).text

    assert "From version 1 to version 2" in page


@pytest.mark.parametrize("asked", [{}, {"older": "x", "newer": 1}, {"older": 0, "newer": 7}])
def test_a_version_that_is_not_there_comes_back_with_a_reason(client, told, asked):
    page = client.get(address("difference", told), asked)

    assert page.status_code == 200
    assert "errorlist" in page.text


@pytest.mark.parametrize("name", ["history", "difference"])
def test_a_private_records_history_is_not_there_for_others(client, told, keep_history, name):
    keep_history(see="people.look_after")

    as_anybody = client.get(address(name, told)).status_code
    client.force_login(PersonFactory())
    as_member = client.get(address(name, told)).status_code
    client.force_login(person_with("people.look_after"))
    as_staff = client.get(address(name, told)).status_code

    assert (as_anybody, as_member, as_staff) == (404, 404, 200)


@pytest.mark.parametrize("key", ["999999", "x", "99999999999999999999999999"])
def test_a_record_that_is_not_there_has_no_history(client, keep_history, key):
    keep_history()

    assert client.get(f"/en/history/{KIND}/{key}/").status_code == 404


def test_only_registered_records_have_a_history(client):
    assert client.get(f"/en/history/people.person/{PersonFactory().pk}/").status_code == 404


def test_history_asks_the_database_the_same_however_long_it_is(client, keep_history, count_queries):
    keep_history()
    organisation = OrganisationFactory.build()
    counts = []
    for number in range(3):
        organisation.name_en = f"Name {number}"
        save(actor=Actor(PersonFactory()), verb="people.tried", content=organisation)
        counts.append(count_queries(lambda: client.get(address("history", organisation))))

    assert counts[0] == counts[2]


def test_bringing_back_is_for_those_who_may_edit(client, told):
    statuses = [client.post(address("restore", told, 1)).status_code]
    client.force_login(PersonFactory())
    statuses.append(client.post(address("restore", told, 1), {"based_on": 2}).status_code)

    assert statuses == [302, 403]
    assert Organisation.objects.get().name_en == "New name"


def test_an_editor_sees_what_would_change_and_brings_it_back(client, told):
    client.force_login(person_with("people.look_after"))

    asked = client.get(address("restore", told, 1)).text
    answer = client.post(address("restore", told, 1), {"based_on": 2})

    assert "[put in: </span>Old<" in asked
    assert answer.url == address("history", told)
    assert Organisation.objects.get().name_en == "Old name"
    assert Version.objects.get(number=3).deed.verb == "journal.restored"


def test_bringing_back_sent_twice_is_done_once(client, told):
    client.force_login(person_with("people.look_after"))
    form = client.get(address("restore", told, 1)).context["form"]
    data = {"based_on": 2, "deed_key": str(form["deed_key"].value())}

    answers = [client.post(address("restore", told, 1), data) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Version.objects.count() == 3


def test_bringing_back_what_somebody_changed_meanwhile_asks_again(client, told):
    client.force_login(person_with("people.look_after"))
    told.name_en = "Newest name"
    save(actor=Actor(PersonFactory()), verb="people.tried", content=told)

    page = client.post(address("restore", told, 1), {"based_on": 2})

    assert page.status_code == 200
    assert page.context["form"]["based_on"].value() == 3
    assert Organisation.objects.get().name_en == "Newest name"


def test_a_version_that_cannot_come_back_says_why(client, told):
    content = Version.objects.get(number=1).content | {"website": "not an address"}
    Version.objects.create(object_type=KIND, object_id=str(told.pk), number=3, content=content)
    client.force_login(person_with("people.look_after"))

    page = client.post(address("restore", told, 3), {"based_on": 3})

    assert "something it needs is no longer there" in page.text
