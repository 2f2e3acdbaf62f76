"""Finding pages by their addresses, and the lists that other rooms show."""

from dataclasses import dataclass
from html import unescape
from typing import Any

from django.core.cache import cache
from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import get_language
from wagtail.models import Page

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Phrase
from copronet.common_ground.media.queries import fetch_other_versions, fetch_sizes
from copronet.common_ground.search.registry import Entry, sides

from .models import Address, ContentPage, NewsPage, RootPage
from .models.bilingual import BilingualPage

NEWS_ON_A_LEAF = 10


@dataclass(frozen=True)
class Place:
    """A page found by an address: the path that was asked for, and where it is read now in each language."""

    page_id: int
    asked: str
    paths: dict[str, str]

    def path_in(self, language: str) -> str:
        return self.paths.get(language) or self.asked


def place_at(path: str, language: str) -> Place | None:
    """The place a path leads to. The reader's language comes first, then the other, then former addresses."""
    rows = list(
        Address.objects.filter(path=path, page__addresses__is_current=True).values_list(
            "language", "page_id", "page__addresses__language", "page__addresses__path"
        )
    )
    if not rows:
        return None
    page_id = next((page for found, page, *_now in rows if found == language), rows[0][1])
    return Place(page_id, path, {code: now for _found, page, code, now in rows if page == page_id})


def live_page(page_id: int) -> Page | None:
    """The page as readers see it, with all that its text needs; None when it is not on the site."""
    page: Page | None = Page.objects.live().filter(pk=page_id).specific().first()
    if isinstance(page, BilingualPage):
        fetch_sizes(page.pictures(page.body))
        fetch_other_versions(block.value for block in page.body if block.block_type == "document")
    return page


def place_is_free(path: str, language: str, page: Page) -> bool:
    """Whether a page may be read at a path: no other page is, and no other room of the site answers there."""
    others = Address.objects.filter(path=path, language=language, is_current=True, page__live=True)
    if others.exclude(page_id=page.pk).exists():
        return False
    with translation.override(language):
        try:
            return resolve(f"/{language}/{path}/").view_name == "pages:page"
        except Resolver404:
            return True


def path_below(parent: Page, slug: str, language: str) -> str:
    """The path of a page with this address part under a parent."""
    above = parent.get_ancestors(inclusive=True).filter(depth__gt=2).specific()
    return "/".join([*(getattr(page, f"slug_{language}") for page in above), slug])


def links_at_the_foot() -> list[tuple[Phrase, str]]:
    """Names and addresses at the foot of every page, in the reader's language and in the order of the tree.

    The same for everyone and on every page, so kept for a minute; `forget_the_foot` forgets them sooner.
    """
    key = _foot((get_language() or "en")[:2])
    if (kept := cache.get(key)) is None:
        kept = list(_current().filter(page__show_in_menus=True).order_by("page__path"))
        cache.set(key, kept, timeout=60)
    return [(address.name, address.url) for address in kept]


def forget_the_foot() -> None:
    """Have the links at the foot read again: at once, and once more when the change is there for all."""
    keys = [_foot(language) for language in Language.values]
    cache.delete_many(keys)
    transaction.on_commit(lambda: cache.delete_many(keys))


def _foot(language: str) -> str:
    return f"pages.foot.{language}"


def trail(page: Page) -> QuerySet[Address]:
    """Links to the pages above this one, the highest first."""
    above = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
    return _current().filter(page__path__in=above).order_by("page__path")


def _current() -> QuerySet[Address]:
    return Address.objects.filter(is_current=True, page__live=True, language=(get_language() or "en")[:2])


def address_of(code: str) -> str | None:
    """Where the page of that code (privacy, cookies, …) is read, in the reader's language."""
    address = _current().filter(page__contentpage__code=code).first() if code else None
    return str(address) if address else None


def latest_news(limit: int) -> list[NewsPage]:
    """The newest news on the site, for the front page: of these few, what is in the reader's language first."""
    newest = list(_news()[:limit])
    return sorted(newest, key=lambda each: not each.heading.is_readers)  # each kind stays newest first


def page_of_news(number: str | int | None) -> "Leaf[NewsPage]":
    return Paginator(_news(), NEWS_ON_A_LEAF).get_page(number or 1)


def _news() -> QuerySet[NewsPage]:
    news: QuerySet[NewsPage] = NewsPage.objects.live().order_by("-day", "-pk")
    return news.select_related("picture").prefetch_related("addresses")


def root() -> RootPage | None:
    found: RootPage | None = RootPage.objects.first()
    return found


def pages_in_one_language() -> list[BilingualPage]:
    """Pages on the site that lack one language, the soonest due first: for the translators' queue."""
    kinds = (*ContentPage.objects.live(), *NewsPage.objects.live())
    waiting = [page for page in kinds if page.sides_missing()]
    return sorted(waiting, key=lambda page: (page.one_language_until is None, page.one_language_until))


def unpublished_changes() -> list[BilingualPage]:
    """Pages with changes that nobody has published yet."""
    return [
        *ContentPage.objects.filter(has_unpublished_changes=True),
        *NewsPage.objects.filter(has_unpublished_changes=True),
    ]


# --- as the search knows them -------------------------------------------------------------------------------------


def page_entry(page: BilingualPage) -> Entry | None:
    """A page as readers see it; None for one that is not on the site.

    Read afresh: what has just been saved may be a draft, whose words are not for readers yet.
    """
    live = type(page)._base_manager.filter(pk=page.pk, live=True).first()
    addresses = {each.language: each.url for each in live.addresses.filter(is_current=True)} if live else {}
    if live is None or not addresses:
        return None
    texts = {
        code: f"{getattr(live, f'intro_{code}')}\n{plain_text(getattr(live, f'body_{code}'))}"
        for code in Language.values
    }
    day = live.day if isinstance(live, NewsPage) else None
    return Entry(sides(live, "title"), texts, addresses, day=day)


def plain_text(text: Any) -> str:
    """A text without its markup, one line for each piece, so that differences can be read."""
    return "\n".join(" ".join(unescape(strip_tags(str(piece))).split()) for piece in text)
