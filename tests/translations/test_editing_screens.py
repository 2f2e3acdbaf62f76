"""Wagtail's screens for pages, pictures and documents, read in both languages: nothing is the same in both."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.factories import DocumentFileFactory, PictureFactory, person_with, published_page

from .pages import said_in

pytestmark = [pytest.mark.django_db, pytest.mark.presentation, pytest.mark.slow]

# Names, files and keys of the keyboard; and what Wagtail gives nobody a chance to translate (docs/iaith.md).
SAME_IN_BOTH = re.compile(
    r"copronet|Copronet|Cymraeg|English|localhost|system|URL|Tag|Esc|Ctrl .*|.*[Ee]nghraifft.*|[^A-Za-z]*"
    r"|\w+\.(jpg|pdf)|[\d.]+ KB|\(?\d+x\d+\)?|Bwrdd|Adroddiad \d+|Ein gwaith · Our work|Newydd · New|zzz"
    r"|Actions|Root|None"
)
OF_A_PAGE = ("edit", "history", "usage", "move")
CHOOSERS = (
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_phone_link",
    "wagtaildocs_chooser:choose",
    "wagtailimages_chooser:choose",
)


def test_editing_screens_say_nothing_in_english(client: Client):
    editor = person_with("pages.edit", "pages.publish")
    client.force_login(editor)
    addresses = _screens()
    in_welsh = {address: _said(client, address) for address in addresses}

    editor.language = "en"
    editor.save()
    same = {address: in_welsh[address] & _said(client, address) for address in addresses}

    assert {address: phrases for address, phrases in same.items() if phrases} == {}


def _screens() -> list[str]:
    page = published_page(title_cy="Ein gwaith", title_en="Our work")
    below = published_page(title_cy="Newydd", title_en="New", parent=page)
    picture, document = PictureFactory().pk, DocumentFileFactory().pk
    return [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[below.pk]),
        reverse("wagtailadmin_pages:search") + "?q=zzz",
        reverse("wagtailadmin_pages:add", args=["pages", "contentpage", page.pk]),
        *(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in OF_A_PAGE),
        *(reverse(f"wagtailadmin_pages:{name}", args=[below.pk]) for name in ("delete", "unpublish")),
        *(reverse(f"wagtailimages:{name}") for name in ("index", "add")),
        *(reverse(f"wagtailimages:{name}", args=[picture]) for name in ("edit", "delete", "image_usage")),
        *(reverse(f"wagtaildocs:{name}") for name in ("index", "add")),
        *(reverse(f"wagtaildocs:{name}", args=[document]) for name in ("edit", "delete", "document_usage")),
        *map(reverse, CHOOSERS),
    ]


def _said(client: Client, address: str) -> set[str]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    is_part = answer["Content-Type"].startswith("application/json")
    page = BeautifulSoup(answer.json()["html"] if is_part else answer.text, "html.parser")
    said = said_in(page, "" if is_part else str(page.html["lang"]))
    return {
        phrase for phrase in (" ".join(each.split()) for each in said) if not SAME_IN_BOTH.fullmatch(phrase)
    }
