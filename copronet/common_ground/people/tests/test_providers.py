"""Signing in by an account elsewhere, against a provider that speaks the real protocol."""

import re
from html import unescape
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ImproperlyConfigured

from copronet.common_ground.people.models import Person
from copronet.config.settings.openid_connect import providers
from tests.factories import HoldingFactory, PersonFactory
from tests.provider import Provider

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_worker_beside")]
MAIR = {"sub": "1", "name": "Mair Enghraifft", "email": "mair@enghraifft.example", "email_verified": True}


class Stay(HTTPRedirectHandler):
    def redirect_request(self, *_arguments):
        return None


@pytest.fixture
def provider(settings):
    with Provider(claims=dict(MAIR)) as provider:
        settings.SOCIALACCOUNT_PROVIDERS = providers(provider.setting)
        yield provider


def come_back(client, language="en"):
    """Through the button, the provider's own page and back; the answer of our page there."""
    account = {"en": "account", "cy": "cyfrif"}[language]
    page = client.post(f"/{language}/{account}/oidc/test/login/?process=login")
    there = unescape(re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.text).group(1))
    try:
        build_opener(Stay).open(there, timeout=10)
    except HTTPError as answer:
        back = urlsplit(answer.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def test_there_is_no_button_where_no_provider_is_named(client):
    assert "With an account elsewhere" not in client.get("/en/account/login/").text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/cy/cyfrif/mewngofnodi/", "Parhau gyda: Bwrdd Iechyd"),
        ("/en/account/login/", "Continue with: Bwrdd Iechyd"),
    ],
)
def test_a_provider_that_is_named_has_its_button(client, provider, address, words):
    assert words in client.get(address).text


def test_the_button_leads_there_by_a_page_and_not_by_the_form_itself(client, provider):
    page = client.post("/en/account/oidc/test/login/?process=login")

    assert page.status_code == 200
    assert f"url={provider.address}/authorize?" in page.text


def test_a_newcomer_sees_what_the_provider_says_and_joins(client, provider):
    asked = come_back(client)
    form = client.get(asked.url).context["form"]

    answer = client.post(asked.url, {"name": "Mair", "language": "cy", "email": "mair@enghraifft.example"})

    person = Person.objects.get()
    assert (form["name"].value(), form["email"].value()) == ("Mair Enghraifft", "mair@enghraifft.example")
    assert (person.name, person.language, person.email) == ("Mair", "cy", "mair@enghraifft.example")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert answer.url == "/cy/fy-nhudalen/"


def test_whoever_has_joined_so_is_simply_signed_in_the_next_time(client, client_elsewhere, provider):
    asked = come_back(client)
    client.post(asked.url, {"name": "Mair", "language": "en", "email": "mair@enghraifft.example"})

    answer = come_back(client_elsewhere, language="cy")

    assert answer.url == "/en/"
    assert client_elsewhere.session["_auth_user_id"] == str(Person.objects.get().pk)


def test_a_providers_word_does_not_open_an_account_that_was_here_already(client, provider):
    person = PersonFactory(email="mair@enghraifft.example", language="en")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    asked = come_back(client)

    client.post(asked.url, {"name": "Mair", "language": "en", "email": "mair@enghraifft.example"})

    assert "_auth_user_id" not in client.session
    assert [letter.subject for letter in mail.outbox] == ["Joining with this address"]


def test_an_address_the_provider_has_not_checked_is_checked_by_us(client, provider):
    provider.claims["email_verified"] = False
    asked = come_back(client)

    client.post(asked.url, {"name": "Mair", "language": "en", "email": "mair@enghraifft.example"})

    assert "_auth_user_id" not in client.session
    assert [letter.subject for letter in mail.outbox] == ["Your code"]


def test_a_token_made_for_somebody_else_is_refused(client, provider):
    provider.audience = "another-site"

    answer = come_back(client)

    assert answer.status_code in (302, 401)
    assert not Person.objects.exists()


def test_an_answer_nobody_asked_for_is_refused(client, client_elsewhere, provider):
    client_elsewhere.post("/en/account/oidc/test/login/?process=login")

    answer = client.get("/en/account/oidc/test/login/callback/?code=a&state=b")

    assert answer.status_code == 401
    assert "_auth_user_id" not in client.session


def test_an_officer_is_asked_for_the_second_factor_all_the_same(client, client_elsewhere, provider):
    asked = come_back(client)
    client.post(asked.url, {"name": "Mair", "language": "en", "email": "mair@enghraifft.example"})
    HoldingFactory(person=Person.objects.get(email="mair@enghraifft.example"))

    come_back(client_elsewhere)

    assert client_elsewhere.get("/en/").url == "/en/account/2fa/"


@pytest.mark.parametrize("written", ["{", "3", "[3]", '[{"id": "a"}]'])
def test_a_wrong_entry_is_refused_by_name(written):
    with pytest.raises(ImproperlyConfigured, match=r"^OPENID_CONNECT: .+ / .+\.$"):
        providers(written)


def test_two_providers_cannot_share_an_id():
    entry = '{"id": "a", "name": "A", "server": "https://a.example", "client_id": "a", "secret": "a"}'

    with pytest.raises(ImproperlyConfigured, match="use each id once"):
        providers(f"[{entry}, {entry}]")
