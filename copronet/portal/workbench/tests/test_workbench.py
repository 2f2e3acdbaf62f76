"""The workbench shows each person what waits for the powers they hold, and nothing else."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def open_workbench(client, *powers: str, language: str = "en"):
    client.force_login(person_with(*powers))
    with translation.override(language):
        return client.get(reverse("workbench:workbench"))


def test_somebody_without_the_power_is_not_told_that_it_is_there(client):
    client.force_login(PersonFactory())

    assert client.get(reverse("workbench:workbench")).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(reverse("workbench:workbench")).status_code == 302


@pytest.mark.parametrize(
    ("power", "panel"),
    [
        ("people.look_after", "people"),
        ("people.see_breaches", "breaches"),
        ("pages.edit", "pages"),
        ("languages.translate", "translation"),
        ("letters.look_after", "letters"),
        ("work.see", "work"),
    ],
)
def test_a_power_brings_its_panel_and_no_other(client, power, panel):
    page = open_workbench(client, "workbench.use", power)

    assert list(page.context["bench"]) == [panel]


@pytest.mark.parametrize(("language", "heading"), [("cy", "Gweithfan"), ("en", "Workbench")])
def test_the_workbench_speaks_the_readers_language(client, language, heading):
    page = open_workbench(client, "workbench.use", "people.look_after", language=language)

    assert f"<h1>{heading}</h1>" in page.text


def test_the_workbench_asks_the_database_the_same_however_many_people_there_are(client, count_queries):
    client.force_login(person_with("workbench.use", "people.look_after"))
    PersonFactory()
    with_one = count_queries(lambda: client.get(reverse("workbench:workbench")))
    PersonFactory.create_batch(2)

    assert count_queries(lambda: client.get(reverse("workbench:workbench"))) == with_one


@pytest.mark.parametrize(
    ("powers", "is_there"), [(["people.look_after"], True), (["letters.look_after"], False)]
)
def test_whoever_may_bring_in_tables_finds_the_way_from_the_workbench(client, powers, is_there):
    page = open_workbench(client, "workbench.use", *powers)

    assert (">Bring in a table</a>" in page.text) is is_there
