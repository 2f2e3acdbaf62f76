"""Stepping into the demonstration's people, and its absence everywhere else."""

import pytest
from django.urls import NoReverseMatch, reverse

from copronet.portal.front.queries import office_holders
from tests.factories import HoldingFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_outside_the_demonstration_the_page_does_not_exist(client):
    with pytest.raises(NoReverseMatch):
        reverse("front:step_in")

    assert client.get("/en/step-in/").status_code == 404
    assert client.get("/cy/camu-i-mewn/").status_code == 404


def test_a_visitor_becomes_the_person_they_choose_in_that_persons_language(client, demonstration):
    person = PersonFactory(language="cy")

    response = client.post("/en/step-in/", {"person": person.pk})

    assert response.url == "/cy/fy-nhudalen/"
    assert client.session["_auth_user_id"] == str(person.pk)


def test_somebody_with_an_office_is_not_asked_for_a_second_factor(client, demonstration):
    person = HoldingFactory(person__language="en").person
    client.post("/en/step-in/", {"person": person.pk})

    assert client.get("/en/").status_code == 200


@pytest.mark.parametrize("person", ["", "0", "999999", "nobody", "²"])
def test_a_person_who_is_not_there_cannot_be_stepped_into(client, demonstration, person):
    assert client.post("/en/step-in/", {"person": person}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_look_at_the_page_signs_nobody_in(client, demonstration):
    person = PersonFactory()

    client.get("/en/step-in/", {"person": person.pk})

    assert "_auth_user_id" not in client.session


def test_those_with_an_office_come_first_with_its_name(client, demonstration):
    director = HoldingFactory(office__name_en="Network Director", person__name="Zed Enghraifft").person
    PersonFactory(name="Abi Enghraifft")

    page = client.get("/en/step-in/")

    assert [person.pk for person in page.context["staff"]] == [director.pk]
    assert [person.name for person in page.context["page_obj"]] == ["Abi Enghraifft"]
    assert "Network Director" in page.text


def test_people_are_found_by_part_of_their_name(client, demonstration):
    PersonFactory(name="Abi Enghraifft")
    PersonFactory(name="Bethan Enghraifft")

    page = client.get("/en/step-in/", {"search": "beth"})

    assert [person.name for person in page.context["page_obj"]] == ["Bethan Enghraifft"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_office_holders_asks_the_database_twice(django_assert_num_queries, rows):
    HoldingFactory.create_batch(rows)

    with django_assert_num_queries(2):
        [[str(holding.office) for holding in person.held_today] for person in office_holders()]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cy", "Arddangosiad yw hwn: dychmygol yw pawb sydd ynddo."),
        ("en", "This is a demonstration: everyone in it is made up."),
    ],
)
def test_every_page_of_the_demonstration_says_what_it_is_and_who_one_is(
    client, demonstration, language, words
):
    client.force_login(PersonFactory(name="Mair Enghraifft"), "django.contrib.auth.backends.ModelBackend")

    page = client.get(f"/{language}/").text

    assert words in page
    assert "Mair Enghraifft" in page


def test_no_other_site_says_that_it_is_a_demonstration(client):
    assert "This is a demonstration" not in client.get("/en/").text
