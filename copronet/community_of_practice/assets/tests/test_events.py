"""Cards of an event are typed in one after another, each once."""

import pytest
from django.urls import reverse

from copronet.community_of_practice.assets.models import Asset, MappingEvent
from tests.factories import MappingEventFactory, OrganisationFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db
CARD = {"card": "1", "kind": "space", "language": "cy", "name": "Neuadd", "where": "W06000008"}


@pytest.fixture
def event():
    return MappingEventFactory(area_id="W06000008", added_by=PersonFactory())


def type_in(client, event, **more):
    return client.post(reverse("assets:type_in", args=[event.pk]), CARD | more)


def test_an_event_gets_a_code_of_its_own(client):
    client.force_login(PersonFactory())
    sent = {"name_cy": "Mapio Llan", "held_on": "2026-12-01", "cards": "40"}

    for _each in range(2):
        client.post(reverse("assets:prepare_event"), sent)

    codes = set(MappingEvent.objects.values_list("code", flat=True))
    assert len(codes) == 2
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize("cards", ["0", "501", "99999"])
def test_too_many_cards_are_answered_in_words(client, cards):
    client.force_login(PersonFactory())
    sent = {"name_cy": "Mapio Llan", "held_on": "2026-12-01", "cards": cards}

    errors = client.post(reverse("assets:prepare_event"), sent).context["form"].errors

    assert list(errors) == ["cards"]
    assert "assets_" not in str(errors)


def test_the_next_card_begins_where_the_last_one_ended(client, event):
    client.force_login(event.added_by)

    page = client.get(type_in(client, event, place="Llanilar").headers["Location"])

    initial = page.context["form"].initial
    assert {name: initial[name] for name in ("card", "kind", "place", "where")} == {
        "card": "2",
        "kind": "space",
        "place": "Llanilar",
        "where": "W06000008",
    }
    assert page.context["count"] == 1


def test_what_stands_on_a_card_is_on_the_map_in_its_language_and_looked_after(client, event):
    client.force_login(event.added_by)

    type_in(client, event, card="7", language="en", name="Hall", about="Big")

    asset = Asset.objects.get()
    assert (asset.name_cy, asset.name_en, asset.about_en, asset.card, asset.event) == (
        "",
        "Hall",
        "Big",
        7,
        event,
    )
    assert list(asset.stewards.all()) == [event.added_by]


def test_a_card_typed_in_twice_is_refused_and_nothing_typed_is_lost(client, event):
    client.force_login(event.added_by)
    type_in(client, event)

    page = type_in(client, event, name="Neuadd arall")

    assert "This card has been typed in already: Neuadd" in page.text
    assert "Neuadd arall" in page.text
    assert Asset.objects.count() == 1


def test_a_card_that_was_not_printed_is_refused(client, event):
    client.force_login(event.added_by)

    page = type_in(client, event, card="41")

    assert "card" in page.context["form"].errors


def test_only_those_who_look_after_the_map_say_whose_it_is(client, event):
    organisation = OrganisationFactory(name_cy="Criw'r Cwm")
    client.force_login(event.added_by)
    type_in(client, event, organisation="Criw'r Cwm")
    client.force_login(person_with("assets.look_after"))
    type_in(client, event, card="2", organisation="criw'r cwm")
    unknown = type_in(client, event, card="3", organisation="Neb")

    assert [asset.organisation for asset in Asset.objects.order_by("card")] == [None, organisation]
    assert "organisation" in unknown.context["form"].errors


def test_the_printed_cards_speak_both_languages_and_carry_their_codes(client, event):
    client.force_login(event.added_by)

    page = client.get(f"/cy/asedau/digwyddiadau/{event.pk}/cardiau/").text

    assert f"{event.code}40" in page
    assert "Beth ydyw?" in page
    assert "What is it?" in page
