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

from copronet.config.settings.openid_connect import providers
from tests.factories import HoldingFactory, PersonFactory

pytestmark = pytest.mark.presentation
both_languages = pytest.mark.parametrize("language", ["cy", "en"])
PROVIDER = (
    '[{"id": "a", "name": "Bwrdd Iechyd", "server": "https://a.example", "client_id": "a", "secret": "a"}]'
)
START = {"cy": "/cy/cyfrif", "en": "/en/account"}

FOR_STRANGERS = [
    "/login/",
    "/login/?next=/en/",
    "/signup/",
    "/login/code/",
    "/password/reset/",
    "/password/reset/done/",
    "/inactive/",
    "/3rdparty/login/cancelled/",
]
FOR_MEMBERS = [
    "/email/",
    "/password/set/",
    "/logout/",
    "/sessions/",
    "/2fa/",
    "/2fa/totp/activate/",
    "/2fa/webauthn/",
    "/2fa/webauthn/add/",
    "/3rdparty/",
]
FOR_THOSE_WITH_A_FACTOR = [
    "/2fa/",
    "/2fa/totp/deactivate/",
    "/2fa/recovery-codes/",
    "/2fa/recovery-codes/generate/",
    "/2fa/reauthenticate/",
    "/2fa/webauthn/",
    "/2fa/webauthn/keys/{passkey}/edit/",
    "/2fa/webauthn/keys/{passkey}/remove/",
    "/reauthenticate/",
    "/password/change/",
]


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
    start = START[language]

    lost = {"cy": "/cy/colli-mynediad/", "en": "/en/lost-access/"}[language]
    found = [look(page, start + address) for address in FOR_STRANGERS] + [look(page, lost)]

    assert list(chain(*found)) == []


@both_languages
def test_pages_on_the_way(open_page, barriers, language):
    page = open_page()
    page.goto(f"{START[language]}/login/")
    page.locator("[name=login]").fill("mair@")
    page.locator("main .actions button").first.click()
    wrong = barriers(page)
    page.locator("[name=login]").fill("mair@enghraifft.example")
    page.locator("main .actions button").first.click()
    code = barriers(page)
    page.locator("[name=code]").fill("wrong")
    page.locator("main .actions button").first.click()

    assert (wrong, code, barriers(page)) == ([], [], [])
    assert page.url.endswith("/login/code/confirm/")


@both_languages
def test_pages_about_oneself(open_page, look, live_server, language):
    person = PersonFactory(language=language)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    page = open_page()
    signed_in(page, live_server, person)

    found = [look(page, START[language] + address) for address in FOR_MEMBERS]

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
        look(page, START[language] + address.format(passkey=passkey.pk))
        for address in FOR_THOSE_WITH_A_FACTOR
    ]

    assert list(chain(*found)) == []


@both_languages
def test_the_page_for_stepping_in(open_page, look, demonstration, language):
    HoldingFactory()
    PersonFactory.create_batch(30)
    page = open_page()

    assert look(page, {"cy": "/cy/camu-i-mewn/", "en": "/en/step-in/"}[language]) == []
