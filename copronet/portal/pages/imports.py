"""The root of all pages, and the pages every site owes its readers, read from `owed.yaml`."""

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from copronet.common_ground.people.models import Person

from .models import ContentPage, NewsIndexPage, RootPage
from .models.bilingual import BilingualPage
from .queries import root

OWED = Path(__file__).with_name("owed.yaml")


@transaction.atomic
def lay_the_ground() -> None:
    """See that the tree has its root."""
    if root() is None:
        _plant()
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")


def _plant() -> RootPage:
    """The root of ours in place of what Wagtail's first migration put there."""
    Locale.objects.get_or_create(
        language_code="en"
    )  # one tree for both languages: Wagtail's locales stay unused
    top = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    Site.objects.all().delete()
    for welcome in top.get_children().filter(slug="home"):
        welcome.delete()
    top.refresh_from_db()
    planted: RootPage = top.add_child(instance=RootPage(title="Copronet", slug="copronet"))
    Site.objects.create(hostname="localhost", root_page=planted, is_default_site=True)
    return planted


def load_owed_pages() -> list[str]:
    """Add those of the pages owed to readers that are not there; what staff have changed stays. Their codes."""
    have = set(ContentPage.objects.exclude(code="").values_list("code", flat=True))
    have |= {"news"} if NewsIndexPage.objects.exists() else set()
    missing = [page for page in yaml.safe_load(OWED.read_text("utf-8")) if page["code"] not in have]
    for page in missing:
        _add(page)
    return [page["code"] for page in missing]


def _add(page: dict[str, Any]) -> None:
    parent = root()
    if parent is None:
        raise RuntimeError("The pages have no root: run migrate")
    if page["code"] == "news":
        publish_new(parent, NewsIndexPage(**_words(page)))
    else:
        publish_new(parent, ContentPage(code=page["code"], show_in_menus=True, **_words(page)))


def _words(page: dict[str, Any]) -> dict[str, Any]:
    words = {key: value for key, value in page.items() if key not in {"code", "body_cy", "body_en"}}
    bodies = {key: pieces(page[key]) for key in ("body_cy", "body_en") if key in page}
    return words | bodies


def pieces(written: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The pieces of a text as the file writes them: one mapping each, the kind of piece to what it says."""
    return [(kind, value) for piece in written for kind, value in piece.items()]


@transaction.atomic
def publish_new(parent: Page, page: BilingualPage, *, person: Person | None = None) -> BilingualPage:
    """Add a page below a parent and publish it, the way the editing screens do for a person.

    Raises ValidationError for a page that is not ready for readers.
    """
    page.live, page.owner = False, person
    page.settle_titles()
    parent.add_child(instance=page)
    page.save_revision(user=person).publish(user=person, skip_permission_checks=True)
    page.refresh_from_db()
    return page
