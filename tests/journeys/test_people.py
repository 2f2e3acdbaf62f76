"""People's pages as they are read and used: without barriers, without scripts, by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import Page

from copronet.common_ground.people.models import Breach, ConsentAnswer, Person, PersonCapacity
from tests.factories import HoldingFactory, PersonFactory, RepresentationFactory, person_with

POWERS = ("people.look_after", "people.grant_powers", "people.see_breaches")


@pytest.fixture
def open_as(open_page: Callable[..., Page], live_server: Any) -> Callable[..., Page]:
    """A browser in which this person is signed in."""

    def open_as(person: Person, **options: Any) -> Page:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        page = open_page(**options)
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
        )
        return page

    return open_as


def a_little_network() -> list[tuple[str, list[object]]]:
    """A few people and what they do together; gives the pages about them."""
    person, other = PersonFactory(seen_by="members", phone="01632 960001"), PersonFactory()
    PersonCapacity.objects.create(person=person, capacity="carer")
    HoldingFactory(person=person, decision_cy="Y bwrdd", decision_en="The board")
    organisation = RepresentationFactory(person=person, answers_for_it=True).organisation
    breach = Breach.objects.create(title_cy="Gliniadur", title_en="Laptop", found_at=timezone.now())
    return [
        *((name, []) for name in ("people", "organisations", "who_does_what", "my_details", "consents")),
        *((name, []) for name in ("acting", "support", "my_data", "leave", "records", "wordings")),
        *((name, [person.pk]) for name in ("person", "record", "change_record", "change_address")),
        *((name, [organisation.pk]) for name in ("organisation", "change_organisation", "representatives")),
        ("merge", [person.pk, other.pk]),
        ("give_power", []),
        ("breach", [breach.pk]),
    ]


@pytest.mark.presentation
@pytest.mark.slow
@pytest.mark.parametrize("language", ["cy", "en"])
def test_no_page_about_people_has_a_barrier_that_axe_can_find(open_as, barriers, language):
    page = open_as(person_with(*POWERS))
    found = {}

    for name, keys in a_little_network():
        with translation.override(language):
            page.goto(reverse(f"people:{name}", args=keys))
        found[name] = barriers(page)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_consent_is_given_and_taken_back_without_scripts(open_as):
    page = open_as(PersonFactory(language="cy"), scripts=False)
    page.goto("/cy/fy-manylion/caniatadau/")

    page.get_by_role("button", name="Ydw, rwy'n cytuno").first.click()
    page.get_by_role("button", name="Rwy'n ei dynnu'n ôl").first.click()

    assert list(ConsentAnswer.objects.values_list("answer", flat=True)) == ["withdrawn", "yes"]


def test_a_half_filled_form_keeps_its_words_when_the_language_changes(open_as):
    page = open_as(PersonFactory(language="en"), scripts=False)
    page.goto("/en/my-details/")
    page.get_by_label("Name", exact=True).fill("Hanner enw")

    page.get_by_role("button", name="Cymraeg").click()

    assert page.url.endswith("/cy/fy-manylion/")
    assert page.get_by_label("Enw", exact=True).input_value() == "Hanner enw"


def test_acting_for_an_organisation_by_keyboard_alone(open_as):
    representation = RepresentationFactory()
    page = open_as(representation.person)
    page.goto("/en/my-details/acting/")

    page.get_by_role("radio", name=representation.organisation.name_en).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_text("You are acting for:").wait_for()
