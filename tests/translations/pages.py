"""Every address of the permission grid, opened by somebody who may, in either language."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.permissions.everyone import Everyone
from tests.permissions.grid import PAGES

SIDES = ("cy", "en")
SAID = ("aria-label", "title", "alt", "placeholder")


def readable() -> dict[str, str]:
    """The pages somebody may read, with a role that may; those for machines stand outside the languages."""
    found = {}
    for name, row in PAGES.items():
        if row.reader() and not name.startswith("/") and _address(name, {}, "cy") not in ("", None):
            found[name] = row.reader()
    return found


def _address(name: str, kwargs: dict[str, object], language: str) -> str | None:
    with override(language):
        try:
            address = reverse(name, kwargs=kwargs)
        except Exception:  # noqa: BLE001  (an address that needs its object: asked again with it)
            return "unknown"
    return address if address.startswith(("/cy/", "/en/")) else ""


def open_in_both(everyone: Everyone, name: str, role: str) -> dict[str, HttpResponse]:
    """The same page of the same object in Welsh and in English, as one person reads it.

    A page whose address is words of its own sends on to the address in the other language.
    """
    client, kwargs = everyone.client_of(role), dict(PAGES[name].at())
    return {language: _open(client, _address(name, kwargs, language) or "", language) for language in SIDES}


def _open(client: Client, address: str, language: str) -> HttpResponse:
    answer = client.get(address, {"from": "prawf"})
    onwards = answer.get("Location", "")
    return client.get(onwards) if onwards.startswith(f"/{language}/") else answer


def is_page(answer: HttpResponse) -> bool:
    return answer.status_code == 200 and answer.get("Content-Type", "").startswith("text/html")


def soup(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content.decode(), "html.parser")


def language_of(node: Tag | NavigableString) -> str:
    """The language that the nearest element around a text says it is in."""
    around = node if isinstance(node, Tag) and node.get("lang") else node.find_parent(attrs={"lang": True})
    return str(around["lang"]) if around else ""


def said_in(page: BeautifulSoup, language: str) -> Iterator[str]:
    """All that a page says, or has read out, in a language."""
    for text in page.find_all(string=True):
        hidden = isinstance(text, Comment | Doctype) or text.find_parent(["script", "style", "template"])
        if not hidden and text.strip() and language_of(text) == language:
            yield str(text)
    for tag in page.find_all(True):
        if language_of(tag) == language:
            yield from (str(tag[name]) for name in SAID if tag.get(name))


def structure(page: BeautifulSoup) -> list[tuple[str, str, str, str]]:
    """The elements of a page without its words: tag, class, name and kind, in order."""
    for mark in page.select(".language-mark"):
        mark.decompose()
    for marked in page.select("main span[lang]"):
        marked.unwrap()
    return [
        (tag.name, " ".join(tag.get("class") or []), str(tag.get("name", "")), str(tag.get("type", "")))
        for tag in page.find_all(True)
    ]
