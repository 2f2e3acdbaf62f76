"""The list, its facets and the map beside it say the same; and so do files, frames, views and feeds."""

import csv
import io
import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import OrganisationKind
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.assets.actions.keeping import add_asset
from copronet.community_of_practice.assets.models import Asset, SavedView
from copronet.community_of_practice.assets.queries.counting import present_copy
from copronet.community_of_practice.assets.queries.listing import fitting
from tests.factories import (
    AssetFactory,
    OrganisationFactory,
    PersonFactory,
    SavedViewFactory,
)

pytestmark = pytest.mark.django_db


def put(areas=(), themes=(), holder=None, **words) -> Asset:
    links = {"areas": list(areas), "themes": list(Theme.objects.filter(code__in=themes))}
    asset = AssetFactory.build(**words)
    return add_asset(actor=Actor(PersonFactory()), asset=asset, holder=holder, links=links)


@pytest.fixture
def some():
    """A hall in Ceredigion, an ageing van in Ceredigion and Powys, and bookkeeping for all of Wales."""
    council = OrganisationFactory(kind=OrganisationKind.objects.get(pk="local-authority"))
    hall = put(
        ["W06000008"], ["rural-life"], name_cy="Neuadd", name_en="", kind="space", can_be_borrowed=True
    )
    van = put(["W06000008", "W06000023"], holder=council, name_cy="Fan", name_en="Van", kind="transport")
    old = timezone.localdate() - timedelta(days=400)
    Asset.objects.filter(pk=van.pk).update(checked_on=old, changed_at=timezone.now())
    books = put(in_all_wales=True, name_cy="", name_en="Bookkeeping", kind="skills", seen_by="members")
    return {"hall": hall, "van": van, "books": books}


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ({}, ["van", "hall"]),
        ({"kind": "space"}, ["hall"]),
        ({"theme": "rural-life"}, ["hall"]),
        ({"area": "W06000023"}, ["van"]),
        ({"board": "W11000025"}, ["van", "hall"]),
        ({"sector": "public"}, ["van"]),
        ({"language": "en"}, ["van"]),
        ({"fresh": "1"}, ["hall"]),
        ({"borrow": "1"}, ["hall"]),
        ({"area": "W06000008", "language": "en"}, ["van"]),
        ({"area": "wales"}, []),
    ],
)
def test_each_facet_narrows_the_list_and_the_counts_agree(some, choice, names):
    if "sector" in choice:
        choice = {"sector": OrganisationKind.objects.get(pk="local-authority").sector_id}

    found = {asset.pk for asset in fitting(None, choice)}

    assert found == {some[name].pk for name in names}
    assert present_copy().how_many(None, choice) == len(names)


def test_people_in_the_network_see_and_count_more(some):
    assert present_copy().how_many(PersonFactory(), {}) == 3
    assert present_copy().how_many(None, {}) == 2
    assert present_copy().counts(None, {})["area"].get("wales", 0) == 0


def test_counts_of_a_facet_tell_what_choosing_it_would_lead_to(some):
    counted = present_copy().counts(None, {"area": "W06000023"})

    assert counted["kind"] == {"space": 0, "transport": 1, "skills": 0}
    assert counted["area"] == {"W06000008": 2, "W06000023": 1, "wales": 0}


def test_a_new_thing_is_counted_at_once_on_a_small_map(some):
    before = present_copy().how_many(None, {})

    put(["W06000008"])

    assert present_copy().how_many(None, {}) == before + 1


def test_the_sector_follows_the_organisation(some):
    organisation = some["van"].organisation
    organisation.kind = OrganisationKind.objects.exclude(sector=organisation.kind.sector).first()
    from copronet.common_ground.people.actions.describing import describe_organisation

    describe_organisation(
        actor=Actor(PersonFactory()), verb="people.organisation_changed", organisation=organisation
    )

    assert Asset.objects.get(pk=some["van"].pk).sector == organisation.kind.sector


def test_the_list_is_in_the_readers_alphabet(client):
    for name in ("Llyfrgell", "Lolfa", "Ystafell", "Chwaraeon", "Cwrt"):
        put(name_cy=name, name_en="")

    page = client.get("/cy/asedau/")

    names = [asset.name_cy for asset in page.context["assets"]]
    assert names == ["Cwrt", "Chwaraeon", "Lolfa", "Llyfrgell", "Ystafell"]


def test_words_find_what_says_them_in_whatever_form_within_the_facets(client, some):
    page = client.get("/cy/asedau/", {"words": "neuaddau", "kind": "space"})
    other = client.get("/cy/asedau/", {"words": "neuaddau", "kind": "transport"})

    assert [asset.pk for asset in page.context["assets"]] == [some["hall"].pk]
    assert (page.context["total"], other.context["total"]) == (1, 0)


def test_what_cannot_be_read_in_an_address_counts_as_not_chosen(client, some):
    page = client.get("/en/assets/", {"kind": "dragons", "area": "W06000023", "page": "1"})

    assert [asset.pk for asset in page.context["assets"]] == [some["van"].pk]


def test_the_map_page_says_which_share_was_checked_within_a_year(client, some):
    assert "50% was checked within the last year" in client.get("/en/assets/").text


def test_the_tiles_lead_to_the_area_and_keep_what_was_chosen(client, some):
    page = client.get("/en/assets/", {"kind": "transport"})

    tile = page.context["chosen"].map.tile("W06000023")
    assert (tile.shown, tile.address) == ("1", "/en/assets/?kind=transport&area=W06000023")


# --- elsewhere ----------------------------------------------------------------------------------------------


def read(response) -> str:
    return b"".join(response.streaming_content).decode()


def test_a_csv_file_holds_exactly_what_the_facets_show(client, some):
    everything = read(client.get("/en/assets/download.csv"))
    narrowed = list(
        csv.DictReader(
            io.StringIO(read(client.get("/en/assets/download.csv", {"kind": "transport"})).lstrip("\ufeff"))
        )
    )

    assert len(everything.splitlines()) == 3
    assert [row["name_cy"] for row in narrowed] == ["Fan"]
    assert narrowed[0]["areas"] == "W06000008;W06000023"


def test_a_cell_that_looks_like_a_formula_is_text(client):
    put(name_cy="=HYPERLINK(1)", name_en="")

    assert "'=HYPERLINK(1)" in read(client.get("/en/assets/download.csv"))


def test_geojson_has_points_no_nearer_than_a_square_and_says_the_rest_in_words(client):
    put(["W06000008"], name_cy="Neuadd", north=5242, east=-272)
    put(["W06000008"], name_cy="Criw")

    data = json.loads(read(client.get("/en/assets/download.geojson")))

    geometries = {each["properties"]["name_cy"]: each["geometry"] for each in data["features"]}
    assert geometries == {"Neuadd": {"type": "Point", "coordinates": [-4.08, 52.42]}, "Criw": None}
    assert data["type"] == "FeatureCollection"


def test_an_empty_map_is_still_a_file(client):
    assert json.loads(read(client.get("/en/assets/download.geojson"))) == {
        "type": "FeatureCollection",
        "features": [],
    }


def test_a_file_names_no_person_whose_name_is_closed(client):
    put(holder=PersonFactory(name="Cudd Iawn", seen_by="nobody"))
    put(holder=PersonFactory(name="Agored Iawn", seen_by="everyone"))

    text = read(client.get("/en/assets/download.csv"))

    assert "Cudd Iawn" not in text
    assert "Agored Iawn" in text


def test_only_the_embedded_page_may_be_framed_and_it_sets_no_cookie(client, some):
    client.force_login(PersonFactory())
    embedded = client.get("/en/assets/embed/")
    whole = client.get("/en/assets/")

    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert whole["X-Frame-Options"] == "DENY"
    assert not embedded.cookies
    assert "Bookkeeping" not in embedded.text  # only for people in the network


def test_the_line_to_copy_leads_to_what_is_shown(client, some):
    page = client.get("/cy/asedau/", {"kind": "space"})

    assert "/cy/asedau/mewnosod/?kind=space" in page.text


def test_a_view_gets_a_name_and_a_short_address(client, some):
    client.force_login(PersonFactory())

    made = client.post("/cy/asedau/golygon/cadw/?kind=space&page=3", {"name_cy": "Mannau Ceredigion"})

    view = SavedView.objects.get()
    assert (view.code, view.facets) == ("mannau-ceredigion", {"kind": "space"})
    assert made["Location"] == "/cy/asedau/golygon/mannau-ceredigion/"
    page = client.get(made["Location"])
    assert [asset.pk for asset in page.context["assets"]] == [some["hall"].pk]
    assert "Mannau Ceredigion" in page.text


def test_a_view_of_everything_is_refused_in_place(client):
    client.force_login(PersonFactory())

    page = client.post(reverse("assets:save_view"), {"name_cy": "Popeth"})

    assert "Choose something first" in page.text


def test_a_removed_view_is_gone_and_its_address_stays_taken(client):
    view = SavedViewFactory(added_by=PersonFactory(), code="mannau")
    client.force_login(view.added_by)

    client.post(reverse("assets:remove_view", args=["mannau"]))
    client.post("/cy/asedau/golygon/cadw/?kind=space", {"name_cy": "Mannau"})

    assert client.get(reverse("assets:saved_view", args=["mannau"])).status_code == 404
    assert SavedView.objects.filter(removed_at=None).get().code != "mannau"


def test_a_feed_can_be_read_whatever_somebody_has_typed(client):
    AssetFactory(name_en="Hall\x0b one", about_en="\x08Old\uffff")

    feed = ET.fromstring(client.get("/en/assets/feed/").text)

    assert "Hall one" in [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}title")]


def test_a_feed_tells_what_is_new_of_a_view(client, some):
    feed = ET.fromstring(client.get("/en/assets/feed/", {"kind": "space"}).text)

    titles = [each.text for each in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert titles == ["Asset Map", "Neuadd"]


def test_machines_read_an_entry_in_the_words_of_schema_org(client, some):
    data = json.loads(client.get(reverse("assets:data", args=[some["van"].pk])).text)

    assert data["@context"] == "https://schema.org"
    assert data["name"] == [{"@language": "cy", "@value": "Fan"}, {"@language": "en", "@value": "Van"}]
    assert client.get(reverse("assets:data", args=[some["books"].pk])).status_code == 404


def test_the_pages_of_an_organisation_and_of_a_theme_show_what_there_is(client, some):
    organisation = client.get(reverse("people:organisation", args=[some["van"].organisation_id]))
    theme = client.get(reverse("themes:theme", args=["rural-life"]))

    assert "Van" in organisation.text
    assert "Neuadd" in theme.text
