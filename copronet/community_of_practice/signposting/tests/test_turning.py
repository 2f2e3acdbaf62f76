"""Anybody finds where they can turn, in either language, and the numbers that cannot wait come first."""

from datetime import date
from html import unescape

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import translation

from copronet.common_ground.journal.actions import ActionRefused, Actor, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.signposting.actions import confirm_service, move_services
from copronet.community_of_practice.signposting.models import Service
from tests.factories import FeedFactory, OrganisationFactory, PersonFactory, ServiceFactory, person_with

pytestmark = pytest.mark.django_db


def turn(client, language="en", **asked):
    with translation.override(language):
        return client.get(reverse("signposting:turn"), asked)


def shown(page):
    return [service.name_en for service in page.context["services"]]


def findable(**values):
    """A service that was saved as people save it, so that the search knows it."""
    service = ServiceFactory.build(**values)
    save(actor=Actor(PersonFactory()), verb="signposting.service_added", content=service)
    return service


@pytest.mark.parametrize(("language", "heading"), [("cy", "Os na all aros"), ("en", "If it cannot wait")])
def test_the_numbers_that_cannot_wait_are_said_first(client, language, heading):
    page = turn(client, language).text

    assert heading in page
    assert page.index('href="tel:999"') < page.index('name="words"')


@pytest.mark.parametrize("asked", ["gofalwyr", "i ofalwyr", "GOFALWYR"])
def test_a_service_is_found_by_a_word_however_it_stands(client, asked):
    findable(name_cy="Cymorth i ofalwyr", name_en="Help for carers")
    findable(name_cy="Banc bwyd", name_en="Food bank")

    assert shown(turn(client, "cy", words=asked)) == ["Help for carers"]


def test_a_service_for_all_of_wales_is_there_for_every_area(client):
    gwynedd, powys = Area.objects.get(pk="W06000002"), Area.objects.get(pk="W06000023")
    ServiceFactory(name_en="Everywhere", name_cy="")
    ServiceFactory(name_en="Here", name_cy="").areas.add(gwynedd)
    ServiceFactory(name_en="There", name_cy="").areas.add(powys)

    assert shown(turn(client, area=gwynedd.pk)) == ["Everywhere", "Here"]


def test_a_theme_narrows_it_down_and_shows_its_services(client):
    theme = Theme.objects.get(code="carers")
    service = ServiceFactory(name_en="For carers", name_cy="")
    service.themes.add(theme)
    ServiceFactory()

    assert shown(turn(client, theme=theme.pk)) == ["For carers"]
    assert service.get_absolute_url() in client.get(theme.get_absolute_url()).text


def test_what_is_no_longer_there_is_not_listed(client):
    ServiceFactory(status="defunct")
    ServiceFactory(feed=FeedFactory(), key_in_feed="1", gone_on=date(2026, 11, 1))

    page = turn(client)

    assert shown(page) == []
    assert "Nothing found for this" in page.text


def test_the_page_of_a_service_says_that_its_feed_no_longer_has_it(client):
    service = ServiceFactory(feed=FeedFactory(), key_in_feed="1", gone_on=date(2026, 11, 1))

    assert "1 November 2026" in client.get(f"/en/services/{service.pk}/").text


def test_a_service_is_written_down_in_one_language(client):
    client.force_login(person_with("signposting.look_after"))

    sent = {"name_cy": "Clwb cinio", "provider_cy": "Y Ganolfan", "status": "active", "phone": "01632 960009"}
    client.post(reverse("signposting:add"), sent)

    assert [(each.name_cy, each.provider_cy) for each in Service.objects.all()] == [
        ("Clwb cinio", "Y Ganolfan")
    ]


@pytest.mark.parametrize(
    ("language", "ways", "runs"),
    [
        ("en", "Say how it is reached: by phone, e-mail or website.", "Say who runs it."),
        (
            "cy",
            "Dywedwch sut i gysylltu: dros y ffôn, drwy e-bost neu drwy wefan.",
            "Dywedwch pwy sy'n ei redeg.",
        ),
    ],
)
def test_what_is_missing_is_said_in_place_and_nothing_typed_is_lost(client, language, ways, runs):
    client.force_login(person_with("signposting.look_after"))
    with translation.override(language):
        page = client.post(reverse("signposting:add"), {"name_cy": "Clwb cinio", "status": "active"})

    said = unescape(page.text)
    assert ways in said
    assert runs in said
    assert 'value="Clwb cinio"' in said
    assert not Service.objects.exists()


def test_confirming_says_on_which_day_and_who(client):
    steward, service = person_with("signposting.look_after"), ServiceFactory()

    confirm_service(actor=Actor(steward), service=service, today=date(2026, 11, 25))

    service.refresh_from_db()
    assert service.assured_on == date(2026, 11, 25)
    assert [(deed.verb, deed.actor) for deed in Deed.objects.filter(verb__startswith="signposting")] == [
        ("signposting.service_confirmed", steward)
    ]
    assert "25 November 2026" in client.get(f"/en/services/{service.pk}/").text


@pytest.mark.parametrize("kept", [{"status": "defunct"}, {"key_in_feed": "1"}])
def test_what_is_gone_or_comes_from_a_feed_is_not_confirmed(kept):
    feed = FeedFactory() if "key_in_feed" in kept else None
    service = ServiceFactory(feed=feed, **kept)

    with pytest.raises(ActionRefused):
        confirm_service(actor=Actor(PersonFactory()), service=service)

    service.refresh_from_db()
    assert service.assured_on is None


@pytest.mark.parametrize(
    "broken",
    [
        {"name_cy": "", "name_en": ""},
        {"provider_cy": "", "provider_en": ""},
        {"status": "somewhere"},
        {"minimum_age": 18, "maximum_age": 16},
        {"key_in_feed": "1"},
    ],
)
def test_the_database_keeps_what_was_promised(broken):
    with pytest.raises(IntegrityError):
        ServiceFactory(**broken)


def test_services_go_along_when_two_organisations_become_one():
    kept, duplicate = OrganisationFactory(), OrganisationFactory()
    service = ServiceFactory(organisation=duplicate)

    move_services(duplicate, kept)

    service.refresh_from_db()
    assert service.organisation == kept


def test_an_organisation_shows_the_services_it_runs(client):
    organisation = OrganisationFactory()
    service = ServiceFactory(organisation=organisation)

    assert (
        service.get_absolute_url() in client.get(reverse("people:organisation", args=[organisation.pk])).text
    )
