"""Every page in both languages: no English left in Welsh, the same build, and each leads to the other."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import PersonFactory

from .catalogue import english, is_english
from .pages import is_page, open_in_both, readable, said_in, soup, structure

pytestmark = [pytest.mark.django_db, pytest.mark.presentation, pytest.mark.slow]

# Pages left out, each with its reason.
LEFT_OUT = {
    "media:document": "a file has the one language that it is written in",
    "front:suggestions": "a piece of a page; what it says are titles",
    "open_referral_service": "for machines; its language is what Accept-Language asks for",
    "letters:print": "a letter is in the language of the person it is for, whoever prints it",
}
# What stands there in the order of each language's alphabet, under as many headings as its words begin with letters.
OWN_ALPHABET = {
    "themes:themes",
    "front:a_to_z",
    "members:type_in",
    "assets:add",
    "assets:change",
    "exchange:add_offer",
    "exchange:add_request",
    "exchange:change_offer",
    "exchange:change_request",
    "signposting:add",
    "signposting:change",
}
READABLE = {name: role for name, role in readable().items() if name not in LEFT_OUT}


@pytest.mark.parametrize("name", READABLE)
def test_a_page_is_the_same_page_in_both_languages(everyone, name):
    answers = open_in_both(everyone, name, READABLE[name])
    if not is_page(answers["cy"]):
        assert answers["cy"].status_code == answers["en"].status_code
        return
    welsh, english_page = soup(answers["cy"]), soup(answers["en"])

    assert (welsh.html["lang"], english_page.html["lang"]) == ("cy", "en")
    assert [text for text in said_in(welsh, "cy") if is_english(text)] == []
    assert _pairs(welsh) == _pairs(english_page) == _asked_for(answers)
    assert name in OWN_ALPHABET or structure(welsh) == structure(english_page)


def _pairs(page):
    links = page.select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: link["href"] for link in links}


def _asked_for(answers):
    """Each language's address with its query: what both pages must lead to."""
    return {language: answer.wsgi_request.get_full_path() for language, answer in answers.items()}


@pytest.mark.parametrize("address", ["/cy/does-dim-yma/", "/cy/hanes/dim/1/"])
def test_what_is_not_there_is_said_in_welsh(client, address):
    answer = client.get(address)
    page = soup(answer)

    assert answer.status_code == 404
    assert page.html["lang"] == "cy"
    assert [text for text in said_in(page, "cy") if is_english(text)] == []


def test_a_refusal_is_said_in_welsh(client):
    client.force_login(PersonFactory())
    with translation.override("cy"):
        page = soup(client.get(reverse("journal:audit")))

    assert page.html["lang"] == "cy"
    assert [text for text in said_in(page, "cy") if is_english(text)] == []


def test_an_english_phrase_would_be_found():
    assert "Skip to the content" in english()
    assert is_english("  Skip to\n the content ")
    assert is_english("From version 1 to version 2")
    assert not is_english("Neidio i'r cynnwys")


@pytest.mark.django_db
def test_the_language_switch_never_leads_to_another_site(client):
    page = client.get("/%2fevil.example/")
    sent = client.post("/%2f%2f%2fevil.example", {"switch_language": "cy"})

    assert 'href="//evil' not in page.text
    assert not sent.headers.get("Location", "").startswith("//")
