import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.design.choices import COMPONENTS
from tests.factories import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def address(name: str, language: str, *parts: str) -> str:
    with override(language):
        return reverse(f"design:{name}", args=parts)


@pytest.fixture
def development(settings):
    settings.DEBUG = True


@pytest.mark.slow
@pytest.mark.presentation
@pytest.mark.usefixtures("development")
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.key)
def test_every_component_has_its_page_in_both_languages(client, component, language):
    response = client.get(address(component.key, language))

    page = BeautifulSoup(response.content, "html.parser")
    with override(language):
        assert [heading.get_text() for heading in page.select("h1")] == [str(component.name)]
    assert page.html["lang"] == language


@pytest.mark.usefixtures("development")
def test_the_gallery_stands_at_its_own_address_in_each_language(client):
    assert (address("gallery", "cy"), address("gallery", "en")) == ("/cy/dylunio/", "/en/design/")
    assert client.get("/cy/dylunio/").status_code == 200


def test_elsewhere_the_gallery_is_there_for_staff_alone(client):
    client.force_login(PersonFactory())
    as_member = client.get(address("gallery", "cy"))
    client.force_login(person_with("people.look_after"))
    as_staff = client.get(address("gallery", "cy"))
    client.logout()
    as_visitor = client.get(address("gallery", "cy"))

    assert (as_member.status_code, as_staff.status_code, as_visitor.status_code) == (404, 200, 404)


@pytest.mark.usefixtures("development")
def test_the_form_comes_back_with_what_was_typed(client):
    response = client.post(address("forms", "en"), {"name": "Charlie", "email": "not an address"})

    page = BeautifulSoup(response.content, "html.parser")
    assert page.find(id="id_name")["value"] == "Charlie"
    assert page.title.get_text().startswith("Error: ")


@pytest.mark.presentation
@pytest.mark.usefixtures("development")
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "429", "500"])
def test_every_error_page_speaks_the_readers_language(client, code, language):
    response = client.get(address("error_page", language, code))

    page = BeautifulSoup(response.content, "html.parser")
    assert len(page.select("h1")) == 1
    assert page.html["lang"] == ("cy" if code == "500" else language)


def test_a_page_that_is_not_there_offers_the_same_words_in_the_other_language(client):
    response = client.get("/cy/dim-byd-yma/?q=1")

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert page.select_one(".language-switch")["href"] == "/en/dim-byd-yma/?q=1"


def test_a_request_that_is_refused_at_the_door_still_gets_a_whole_page(client, settings):
    settings.ALLOWED_HOSTS = ["copronet.example"]

    response = client.get("/cy/", headers={"host": "elsewhere.example"})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert [heading.get_text() for heading in page.select("h1")] == [
        "Doedden ni ddim yn deall yr hyn a anfonwyd"
    ]
