"""The kinds of page: the root, ordinary pages, and news."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PagePermissionTester

from .bilingual import BilingualPage, Powers


class UnchangingPowers(Powers):
    """The root itself is never edited, moved or removed; pages are added below it."""

    def can_edit(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:  # noqa: ARG002, FBT001, FBT002  (Wagtail's own signature)
        return False

    def can_move(self) -> bool:
        return False

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False


class RootPage(Page):
    """What all pages hang from. The room `front` serves its address."""

    max_count = 1
    is_creatable = False
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = ["pages.ContentPage", "pages.NewsIndexPage"]
    preview_modes: ClassVar[list[Any]] = []
    search_auto_update = False

    class Meta:
        verbose_name = _("all pages")

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The front page."""
        roots = self._get_relevant_site_root_paths(request)
        return (roots[0].site_id, roots[0].root_url, reverse("front:home")) if roots else None

    def get_admin_display_title(self) -> str:
        return gettext("All pages")

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return UnchangingPowers(user, self)


class ContentPage(BilingualPage):
    """An ordinary page. Those that every site owes its readers carry a ``code`` by which others link to them."""

    code = models.SlugField(max_length=40, blank=True, editable=False)

    subpage_types: ClassVar = ["pages.ContentPage"]
    content_panels: ClassVar = [
        *BilingualPage.content_panels,
        MultiFieldPanel([FieldPanel("show_in_menus", heading=_("Link to it at the foot of every page"))]),
    ]
    template = "pages/content_page.html"

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            models.UniqueConstraint(
                name="pages_content_page_code_once", fields=["code"], condition=~models.Q(code="")
            )
        ]


class NewsIndexPage(BilingualPage):
    """The page that lists the news."""

    max_count = 1
    parent_page_types: ClassVar = ["pages.RootPage"]
    subpage_types: ClassVar = ["pages.NewsPage"]
    template = "pages/news_index_page.html"

    class Meta:
        verbose_name = _("news list")


class NewsPage(BilingualPage):
    """A piece of news with its day."""

    day = models.DateField(_("Day"), default=timezone.localdate)

    parent_page_types: ClassVar = ["pages.NewsIndexPage"]
    subpage_types: ClassVar[list[Any]] = []
    content_panels: ClassVar = [FieldPanel("day"), *BilingualPage.content_panels]
    template = "pages/news_page.html"

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
        indexes = [models.Index(fields=["-day"], name="pages_news_day")]
