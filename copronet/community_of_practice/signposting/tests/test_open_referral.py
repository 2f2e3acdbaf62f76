"""What machines read is Open Referral UK 3.0, in the language they ask for."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme
from tests.factories import OrganisationFactory, ServiceFactory

pytestmark = pytest.mark.django_db

SCHEMAS = Path(__file__).parents[5] / "shared/data/exchange/oruk/OpenReferralApi/Schemas/V3.0-UK"


def conforms(answer, schema):
    """Ask the official schema. Where the network's test data is not beside the code, the test is left out."""
    if not SCHEMAS.exists():
        pytest.skip(f"CONFORMANCE NOT TESTED: the official schemas are not in {SCHEMAS}")
    official = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    validator = Draft202012Validator(official, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(answer)]


def whole_service():
    service = ServiceFactory(
        name_cy="Cymorth i ofalwyr",
        name_en="Help for carers",
        about_cy="Cyngor",
        about_en="Advice",
        organisation=OrganisationFactory(),
        email="help@example.org",
        website="https://example.org",
        times_en="Monday to Friday",
        cost_en="Free",
        minimum_age=18,
        maximum_age=100,
        alert_en="Closed over Christmas",
        speaks_welsh=True,
        speaks_english=True,
    )
    service.areas.add(Area.objects.get(pk="W06000002"))
    service.themes.add(Theme.objects.get(code="carers"))
    return service


def read(client, address, language="en"):
    return client.get(address, headers={"accept-language": language})


def test_the_first_address_says_which_standard(client):
    answer = read(client, "/open-referral/").json()

    assert answer["version"] == "HSDS-UK-3.0"
    assert conforms(answer, "api_details.json") == []


def test_a_service_conforms_to_the_official_schema(client):
    service = whole_service()

    answer = read(client, f"/open-referral/services/{service.uuid}").json()

    assert conforms(answer, "service.json") == []
    assert (answer["id"], answer["name"], answer["status"]) == (
        str(service.uuid),
        "Help for carers",
        "active",
    )


def test_the_list_conforms_and_is_paged(client):
    whole_service()
    ServiceFactory.create_batch(2)

    first = read(client, "/open-referral/services?per_page=2").json()
    last = read(client, "/open-referral/services?per_page=2&page=2").json()

    assert conforms(first, "service_list.json") == []
    told = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")
    assert [first[name] for name in told] == [3, 2, 1, 2, True, False, False]
    assert [last[name] for name in told] == [3, 2, 2, 1, False, True, False]
    ids = [each["id"] for each in first["contents"] + last["contents"]]
    assert len(set(ids)) == 3


def test_an_empty_list_conforms(client):
    answer = read(client, "/open-referral/services").json()

    assert (answer["empty"], answer["contents"]) == (True, [])
    assert conforms(answer, "service_list.json") == []


@pytest.mark.parametrize(("language", "name"), [("cy", "Cymorth i ofalwyr"), ("en", "Help for carers")])
def test_it_speaks_the_language_that_was_asked_for(client, language, name):
    whole_service()

    answer = read(client, "/open-referral/services", language)

    assert [each["name"] for each in answer.json()["contents"]] == [name]
    assert "Accept-Language" in answer["Vary"]


@pytest.mark.parametrize(
    "wrong", ["page=-1&per_page=0", "page=x&per_page=9999999999999", "page=99&modified_after=soon"]
)
def test_a_number_that_makes_no_sense_is_the_nearest_that_does(client, wrong):
    ServiceFactory()

    assert read(client, f"/open-referral/services?{wrong}").json()["page_number"] == 1


@pytest.mark.parametrize(("since", "found"), [("2020-01-01T00:00:00Z", 1), ("2099-01-01T00:00:00Z", 0)])
def test_only_what_has_changed_since(client, since, found):
    ServiceFactory()

    assert read(client, f"/open-referral/services?modified_after={since}").json()["total_items"] == found


def test_any_site_may_read_it(client):
    for address in (
        "/open-referral/",
        "/open-referral/services",
        f"/open-referral/services/{ServiceFactory().uuid}",
    ):
        assert read(client, address)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("unknown", ["2b6467d9-aa10-45c9-87c0-dce58e35e054", "nothing", "1"])
def test_what_is_not_there_is_said_in_json(client, unknown):
    answer = read(client, f"/open-referral/services/{unknown}")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")


def test_what_is_no_longer_there_is_not_given_out(client):
    gone = ServiceFactory(status="defunct")

    assert read(client, f"/open-referral/services/{gone.uuid}").status_code == 404


def test_themes_are_the_terms_of_one_taxonomy(client):
    taxonomies = read(client, "/open-referral/taxonomies").json()
    terms = read(client, "/open-referral/taxonomy_terms?per_page=1000").json()

    assert conforms(taxonomies, "taxonomy_list.json") == []
    assert conforms(terms, "taxonomy_term_list.json") == []
    assert {each["term"] for each in terms["contents"]} == set(Theme.objects.values_list("code", flat=True))
    assert {each["taxonomy_id"] for each in terms["contents"]} == {taxonomies["contents"][0]["id"]}


def test_services_are_chosen_by_a_term(client):
    whole_service()
    ServiceFactory()
    terms = read(client, "/open-referral/taxonomy_terms?per_page=1000").json()["contents"]
    [carers] = [each["id"] for each in terms if each["term"] == "carers"]

    found = read(client, f"/open-referral/services?taxonomy_term_id={carers}").json()
    unknown = read(
        client, "/open-referral/services?taxonomy_term_id=2b6467d9-aa10-45c9-87c0-dce58e35e054"
    ).json()

    assert [each["name"] for each in found["contents"]] == ["Help for carers"]
    assert unknown["empty"] is True
