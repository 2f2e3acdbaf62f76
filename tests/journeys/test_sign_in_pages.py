"""Every page of signing in, in both languages and both widths: nothing that axe finds to object to."""

from itertools import chain
from time import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import expect

from copronet.config.settings.openid_connect import providers
from tests.factories import HoldingFactory, PersonFactory

pytestmark = pytest.mark.presentation
both_languages = pytest.mark.parametrize("language", ["cy", "en"])
PROVIDER = (
    '[{"id": "a", "name": "Bwrdd Iechyd", "server": "https://a.example", "client_id": "a", "secret": "a"}]'
)

FOR_STRANGERS = [
    "account_login",
    "account_login?next=/en/",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_password_reset_completed",
    "account_inactive",
    "socialaccount_login_cancelled",
]
FOR_MEMBERS = [
    "account_email",
    "account_set_password",
    "account_logout",
    "usersessions_list",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "socialaccount_connections",
]
FOR_THOSE_WITH_A_FACTOR = [
    "mfa_index",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_list_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "account_reauthenticate",
    "account_change_password",
]


ABOUT_ONE_PASSKEY = ("mfa_edit_webauthn", "mfa_remove_webauthn")


def at(name, language, *about):
    """The address of a page by its name, with the query that may follow it."""
    name, mark, query = name.partition("?")
    with override(language):
        return reverse(name, args=about) + mark + query


@pytest.fixture
def look(barriers):
    """``look(page, address)``: goes there, sees that it is that page, and hands back what axe finds."""

    def look(page, address):
        answer = page.goto(address)
        assert answer.status < 400, address
        assert page.url.endswith(address.split("?")[0]) or "?" in page.url, page.url
        return [(address, found) for found in barriers(page)]

    return look


def signed_in(page, live_server, person, *, factor=False):
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    if factor:
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "mfa", "type": "totp", "at": time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(person.pk)
        session.save()
    page.context.add_cookies(
        [
            {
                "name": configured.SESSION_COOKIE_NAME,
                "value": client.session.session_key,
                "url": live_server.url,
            }
        ]
    )


@both_languages
def test_pages_for_strangers(open_page, look, settings, language):
    settings.SOCIALACCOUNT_PROVIDERS = providers(PROVIDER)
    page = open_page()
    lost = {"cy": "/cy/colli-mynediad/", "en": "/en/lost-access/"}[language]
    found = [look(page, at(name, language)) for name in FOR_STRANGERS] + [look(page, lost)]

    assert list(chain(*found)) == []


@both_languages
def test_pages_on_the_way(open_page, barriers, language):
    page = open_page()
    page.goto(at("account_login", language))
    page.locator("[name=login]").fill("mair@")
    page.locator("main .actions button").first.click()
    expect(page.locator(".error-summary")).to_be_visible()
    wrong = barriers(page)
    page.locator("[name=login]").fill("mair@enghraifft.example")
    page.locator("main .actions button").first.click()
    expect(page.locator("[name=code]")).to_be_visible()
    code = barriers(page)
    page.locator("[name=code]").fill("wrong")
    page.locator("main .actions button").first.click()

    expect(page.locator(".error-summary")).to_be_visible()
    assert (wrong, code, barriers(page)) == ([], [], [])
    assert page.url.endswith(at("account_confirm_login_code", language))


@both_languages
def test_pages_about_oneself(open_page, look, live_server, language):
    person = PersonFactory(language=language)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    page = open_page()
    signed_in(page, live_server, person)

    found = [look(page, at(name, language)) for name in FOR_MEMBERS]

    assert list(chain(*found)) == []


@both_languages
def test_pages_about_a_second_factor(open_page, look, live_server, language):
    person = HoldingFactory(person__language=language).person
    person.set_password("blodau'r eithin")
    person.save()
    TOTP.activate(person, "A" * 32)
    RecoveryCodes.activate(person)
    passkey = Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "Fy ffôn", "credential": {}}
    )
    page = open_page()
    signed_in(page, live_server, person, factor=True)

    found = [
        look(page, at(name, language, *([passkey.pk] if name in ABOUT_ONE_PASSKEY else [])))
        for name in FOR_THOSE_WITH_A_FACTOR
    ]

    assert list(chain(*found)) == []


@both_languages
def test_the_page_for_stepping_in(open_page, look, demonstration, language):
    HoldingFactory()
    PersonFactory.create_batch(30)
    page = open_page()

    assert look(page, {"cy": "/cy/camu-i-mewn/", "en": "/en/step-in/"}[language]) == []
