"""What Wagtail's editing screens show, and what they leave out: pages, pictures and documents, no more."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import RedirectView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.query import PageQuerySet

SHOWN = {"explorer", "images", "documents", "back-to-the-site"}


@hooks.register("register_admin_menu_item")
def the_way_back() -> MenuItem:
    return MenuItem(
        gettext_lazy("Back to the site"),
        reverse_lazy("front:home"),
        name="back-to-the-site",
        icon_name="home",
        order=10_000,
    )


@hooks.register("construct_main_menu")
def show_pages_pictures_and_documents(_request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name in SHOWN]


@hooks.register("register_admin_urls", order=-10)
def one_file_at_a_time() -> list[URLPattern]:
    """Wagtail's screens for many files at once keep the raw files; ours asks what each shows, then keeps it clean."""
    return [
        path("images/multiple/add/", RedirectView.as_view(url=reverse_lazy("wagtailimages:add"))),
        path("documents/multiple/add/", RedirectView.as_view(url=reverse_lazy("wagtaildocs:add"))),
    ]


@hooks.register("construct_explorer_page_queryset")
def with_their_addresses(_parent: Page, pages: PageQuerySet, _request: HttpRequest) -> PageQuerySet:
    """Each row links to its page several times; the addresses are fetched once for all."""
    return pages.prefetch_related("addresses")


@hooks.register("before_bulk_action")
def publish_none_unless_all_are_ready(
    request: HttpRequest, action_type: str, objects: list[Page], _action: Any
) -> HttpResponse | None:
    """Publishing many at once is refused whole, with the names of those that are not ready."""
    if action_type != "publish":
        return None
    unready = [page for page in objects if _draft_is_unready(page)]
    if not unready:
        return None
    names = ", ".join(page.get_admin_display_title() for page in unready)
    messages.error(request, _("Nothing was published, because these are not ready: %s") % names)
    return redirect("wagtailadmin_explore", unready[0].get_parent().pk)


def _draft_is_unready(page: Page) -> bool:
    draft = page.specific.get_latest_revision_as_object()
    return bool(draft.reasons_not_to_publish()) if hasattr(draft, "reasons_not_to_publish") else False
