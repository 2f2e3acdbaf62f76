"""Joining on paper: what is printed, and typing it in."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from copronet.common_ground.journal.models import Deed
from copronet.community_of_practice.members.models import Agreement, Membership, Promise
from tests.factories import PersonFactory, person_with

pytestmark = pytest.mark.django_db

TYPED = {
    "about_me-capacities": ["carer"],
    "principles-agrees": "on",
    "promise-words": "Gwrando ar ofalwyr",
    "promise-language": "cy",
    "promise-by_when": "6",
    "baseline-knows": "1",
    "baseline-confident": "2",
    "fee-band": "nothing",
    "choices-listed": "no",
    "choices-talks": "cy",
    "choices-consent_access_needs": "no",
    "choices-consent_pictures": "no",
    "choices-consent_news": "yes",
}


@pytest.fixture
def clerk(client):
    person = person_with("members.look_after", "people.look_after")
    client.force_login(person)
    return person


@pytest.fixture
def on_paper(client, clerk):
    person = PersonFactory(email=None)
    client.post(reverse("members:begin_from_paper"), {"person": person.pk, "given": "in_writing"})
    return Membership.objects.get(person=person)


@pytest.mark.parametrize("address", ["members:paper", "members:paper_organisation"])
def test_the_paper_form_stands_in_both_languages_with_the_same_questions(client, address):
    page = BeautifulSoup(client.get(reverse(address)).text, "html.parser")

    welsh, english = page.select("section.paper")
    assert (welsh["lang"], english["lang"]) == ("cy", "en")
    numbers = [
        [q.strong.text.split()[0] for q in half.select(".paper-question")] for half in (welsh, english)
    ]
    assert numbers[0] == numbers[1]
    assert len(numbers[0]) > 10


def test_a_paper_form_is_typed_in_on_one_screen_and_says_who_typed_it(client, clerk, on_paper):
    answer = client.post(reverse("members:type_in", args=[on_paper.pk]), TYPED)

    assert answer.status_code == 303
    on_paper.refresh_from_db()
    assert (on_paper.state, on_paper.given, on_paper.entered_by) == ("applied", "in_writing", clerk)
    assert Agreement.objects.get().given == "in_writing"
    assert Promise.objects.get().words_cy == "Gwrando ar ofalwyr"
    assert Deed.objects.get(verb="members.applied").actor == clerk


def test_where_one_part_is_wrong_nothing_is_kept_and_nothing_typed_is_lost(client, clerk, on_paper):
    page = client.post(
        reverse("members:type_in", args=[on_paper.pk]), {**TYPED, "promise-words": "", "choices-talks": ""}
    )

    assert page.status_code == 200
    assert not Agreement.objects.exists()
    assert not Promise.objects.exists()
    assert 'value="carer"' in page.text


def test_a_paper_is_of_a_person_or_of_an_organisation(client, clerk):
    page = client.post(reverse("members:begin_from_paper"), {"given": "in_person"})

    assert page.context["form"].non_field_errors()
    assert not Membership.objects.exists()


def test_a_new_record_leads_on_to_typing_in_the_paper_form(client, clerk):
    person = PersonFactory(email=None)
    address = f"{reverse('members:begin_from_paper')}?person={person.pk}"

    record = client.get(reverse("people:record", args=[person.pk])).text
    form = BeautifulSoup(client.get(address).text, "html.parser")

    assert address in record
    assert form.find("input", {"name": "person"})["value"] == str(person.pk)
