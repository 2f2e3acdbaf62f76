"""Joining, signing in and proving it, as people do it in a browser, in both languages."""

import re
from time import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import expect

from copronet.common_ground.people.models import Person
from copronet.common_ground.work.actions import run_due
from tests.factories import HoldingFactory, PersonFactory

ADDRESS = "mair@enghraifft.example"
WORDS = {
    "cy": {
        "sign in": "Mewngofnodi",
        "sign out": "Allgofnodi",
        "address": "Cyfeiriad e-bost",
        "code": "Cod",
        "go on": "Parhau",
        "join": "Ymuno",
        "name": "Enw",
        "add": "Ychwanegu'r allwedd mynediad",
        "by passkey": "Mewngofnodi gydag allwedd mynediad",
        "rename": "Ailenwi",
        "take away": "Tynnu",
        "take it away": "Tynnu'r allwedd mynediad",
        "use": "Defnyddio eich allwedd mynediad",
        "none": "Nid oes gennych allwedd mynediad eto.",
        "app": "Gosod ap",
        "set up": "Gosod",
        "kept": "Rwyf wedi eu cadw: ymlaen",
        "office": "Mae gennych swydd neu bŵer yn y rhwydwaith",
        "second": "Eich ail brawf",
        "trouble": "Ni ddefnyddiwyd yr allwedd mynediad",
    },
    "en": {
        "sign in": "Sign in",
        "sign out": "Sign out",
        "address": "E-mail address",
        "code": "Code",
        "go on": "Continue",
        "join": "Join",
        "name": "Name",
        "add": "Add the passkey",
        "by passkey": "Sign in with a passkey",
        "rename": "Rename",
        "take away": "Take away",
        "take it away": "Take the passkey away",
        "use": "Use your passkey",
        "none": "You have no passkey yet.",
        "app": "Set up an app",
        "set up": "Set up",
        "kept": "I have kept them: go on",
        "office": "You hold an office or a power in the network",
        "second": "Your second factor",
        "trouble": "The passkey was not used",
    },
}


def at(name, language):
    with override(language):
        return reverse(name)


both_languages = pytest.mark.parametrize("language", ["cy", "en"])


def known(person):
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def newest_code():
    run_due()
    found = (re.search(r"^[A-Z0-9]{3,}-[A-Z0-9]{3,}$", letter.body, re.MULTILINE) for letter in mail.outbox)
    return [code.group() for code in found if code][-1]


def type_code(page, words):
    """Once the page waits for it, so that the letter has been written."""
    box = page.get_by_label(words["code"], exact=True)
    expect(box).to_be_visible()
    box.fill(newest_code())


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def sign_in_by_code(page, language, address=ADDRESS):
    words = WORDS[language]
    page.goto(at("account_login", language))
    page.get_by_label(words["address"]).fill(address)
    press(page, words["sign in"])
    type_code(page, words)
    press(page, words["go on"])


def sign_out(page, language):
    words = WORDS[language]
    page.goto(at("account_logout", language))
    press(page, words["sign out"])


def show_passkeys_to(page):
    """A device that knows its owner, inside the browser."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@both_languages
def test_joining_by_code_without_scripts(open_page, language):
    words = WORDS[language]
    page = open_page(width=360, scripts=False)
    page.goto(at("account_signup", language))

    page.get_by_label(words["name"], exact=True).fill("Mair Enghraifft")
    page.get_by_label(words["address"]).fill(ADDRESS)
    press(page, words["join"])
    type_code(page, words)
    press(page, words["go on"])

    expect(page).to_have_url(re.compile(at("front:my_page", language)))
    person = Person.objects.get(email=ADDRESS)
    assert (person.name, person.language) == ("Mair Enghraifft", language)
    expect(page.get_by_role("status")).to_contain_text("Mair Enghraifft")


@both_languages
def test_changing_the_language_while_joining_keeps_what_is_typed(open_page, language):
    words = WORDS[language]
    other = {"cy": "English", "en": "Cymraeg"}[language]
    page = open_page(scripts=False)
    page.goto(at("account_signup", language))
    page.get_by_label(words["name"], exact=True).fill("Mair Enghraifft")

    page.get_by_role("banner").get_by_role("button", name=other).click()

    expect(page.locator("html")).to_have_attribute("lang", {"cy": "en", "en": "cy"}[language])
    expect(page.locator("[name=name]")).to_have_value("Mair Enghraifft")


@both_languages
def test_signing_in_by_code_and_out_again(open_page, language):
    known(PersonFactory(email=ADDRESS, language=language))
    page = open_page(width=360, scripts=False)

    sign_in_by_code(page, language)
    expect(page).to_have_url(re.compile(rf"/{language}/$"))
    sign_out(page, language)

    expect(page.get_by_role("banner").get_by_role("link", name=WORDS[language]["sign in"])).to_be_visible()


@both_languages
def test_a_passkey_is_added_signs_in_and_is_taken_away(open_page, language):
    words = WORDS[language]
    known(PersonFactory(email=ADDRESS, language=language))
    page = open_page()
    show_passkeys_to(page)
    sign_in_by_code(page, language)
    page.goto(at("mfa_add_webauthn", language))
    press(page, words["add"])
    page.wait_for_url("**" + at("mfa_view_recovery_codes", language))
    sign_out(page, language)

    page.goto(at("account_login", language))
    press(page, words["by passkey"])
    page.wait_for_url(re.compile(rf"/{language}/$"))
    page.goto(at("mfa_list_webauthn", language))
    page.get_by_role("link", name=words["take away"]).click()
    press(page, words["use"])
    page.wait_for_url(re.compile("/(remove|tynnu)/$"))
    press(page, words["take it away"])

    expect(page.get_by_text(words["none"])).to_be_visible()


@both_languages
def test_a_passkey_that_is_not_there_is_said_on_the_page(open_page, language):
    words = WORDS[language]
    page = open_page()
    page.goto(at("account_login", language))

    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('none')) }")
    press(page, words["by passkey"])

    expect(page.get_by_role("alert")).to_contain_text(words["trouble"])


@both_languages
def test_an_officer_sets_up_an_app_and_then_comes_in_by_a_recovery_code(open_page, language):
    words = WORDS[language]
    person = HoldingFactory(person__email=ADDRESS, person__language=language).person
    known(person)
    page = open_page(width=360, scripts=False)
    sign_in_by_code(page, language)
    page.goto(f"/{language}/")
    expect(page.get_by_text(words["office"])).to_be_visible()

    page.get_by_role("link", name=words["app"]).click()
    secret = page.locator("code.key").inner_text()
    code = totp.format_hotp_value(totp.hotp_value(secret, int(time()) // 30))
    page.get_by_label(words["code"], exact=True).fill(code)
    press(page, words["set up"])
    recovery = page.locator(".recovery-codes code").first.inner_text()
    page.get_by_role("link", name=words["kept"]).click()
    page.goto(f"/{language}/")
    expect(page).to_have_url(re.compile(rf"/{language}/$"))
    sign_out(page, language)
    sign_in_by_code(page, language)
    expect(page.get_by_role("heading", level=1)).to_have_text(words["second"])
    page.get_by_label(words["code"], exact=True).fill(recovery)
    press(page, words["sign in"])

    expect(page).to_have_url(re.compile(rf"/{language}/$"))


@both_languages
def test_a_visitor_to_the_demonstration_steps_in(open_page, demonstration, language):
    step_in, banner, my_page = {
        "cy": ("/cy/camu-i-mewn/", "Arddangosiad yw hwn", "/cy/fy-nhudalen/"),
        "en": ("/en/step-in/", "This is a demonstration", "/en/my-page/"),
    }[language]
    HoldingFactory(person__name="Mair Enghraifft", person__language=language)
    page = open_page(width=360, scripts=False)
    page.goto(step_in)

    press(page, "Mair Enghraifft")

    expect(page).to_have_url(re.compile(f"{my_page}$"))
    expect(page.get_by_text(banner)).to_contain_text("Mair Enghraifft")
