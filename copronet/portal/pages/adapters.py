"""What Django's addresses and Wagtail's editing screens ask of us, in their own shapes."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps as installed
from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.db.models.signals import post_delete, post_save
from django.forms import Form
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.images.forms import ImageInsertionForm
from wagtail.models import Collection, GroupPagePermission, Page, PageLogEntry
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry
from wagtail.signals import page_published, post_page_move

from copronet.common_ground.media.models import DocumentFile, Picture
from copronet.common_ground.people.models import Person

from .actions import record_wagtails_line, settle_addresses
from .forms import BilingualPageForm
from .imports import lay_the_ground
from .models import Address, ContentPage, NewsIndexPage, NewsPage, RootPage
from .queries import Place, forget_the_foot, place_at
from .rules import may_edit, may_keep_media, may_publish

KINDS = (ContentPage, NewsIndexPage, NewsPage)


class PlaceConverter:
    """A page's path, which differs between the languages: reversing in one gives the path in that one."""

    regex = r"[a-z0-9-]+(?:/[a-z0-9-]+)*"

    def to_python(self, path: str) -> Place:
        place = place_at(path, (get_language() or "en")[:2])
        if place is None:
            raise ValueError(path)
        return place

    def to_url(self, place: Place | str) -> str:
        return place if isinstance(place, str) else place.path_in((get_language() or "en")[:2])


def editing_address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def address_for(page: Page) -> str:
    """Where a page is read; for one that is not on the site, where it is written."""
    return page.get_url() or editing_address(page)


# --- powers: they are data of ours, so Wagtail's groups stay empty ----------------------------------------------


class PowersOverPages(PagePermissionPolicy):
    """Reads the powers of a person where Wagtail would read their groups."""

    def get_all_permissions_for_user(self, person: Any) -> list[GroupPagePermission]:
        actions = ["add", "change", "lock", "unlock"] if may_edit(person) else []
        actions += ["publish"] if may_publish(person) else []
        top = Page.objects.filter(depth=2, pk__in=RootPage.objects.values("pk")).first() if actions else None
        if top is None:
            return []
        return [
            GroupPagePermission(page=top, permission=Permission(codename=f"{action}_page"))
            for action in actions
        ]


class PowersOverMedia(BasePermissionPolicy):
    """Whoever writes pages, or looks after pictures and documents, keeps them."""

    def user_has_permission(self, person: Any, _action: str) -> bool:
        return bool(may_keep_media(person))

    def users_with_any_permission(self, _actions: Iterable[str]) -> QuerySet[Person]:
        """Wagtail asks this for its own letters, which are not sent here."""
        return Person.objects.none()

    def instances_user_has_any_permission_for(self, person: Any, _actions: Iterable[str]) -> QuerySet[Model]:
        records: QuerySet[Model] = self.model._default_manager.all()
        return records if may_keep_media(person) else records.none()

    def collections_user_has_any_permission_for(
        self, person: Any, _actions: Iterable[str]
    ) -> QuerySet[Collection]:
        return Collection.objects.all() if may_keep_media(person) else Collection.objects.none()

    def collections_user_has_permission_for(self, person: Any, action: str) -> QuerySet[Collection]:
        return self.collections_user_has_any_permission_for(person, [action])


def give_powers() -> None:
    """Put powers in the place of Wagtail's groups."""
    policy_registry.register(Page, PowersOverPages())
    for kept in (Picture, DocumentFile):
        policy_registry.register(kept, PowersOverMedia(kept))


class NoScreens(ViewSet):
    """Stands where Wagtail would show accounts and groups."""


# --- deeds and the tree ------------------------------------------------------------------------------------------


def watch_wagtail() -> None:
    """Hear of what is done on Wagtail's screens, and tell Wagtail by which form our pages are written."""
    for kind in KINDS:
        kind.base_form_class = BilingualPageForm  # forms stand above models here, so the model cannot name it
    page_published.connect(_settle, dispatch_uid="pages.published")
    post_page_move.connect(_settle, dispatch_uid="pages.moved")
    post_save.connect(_note, sender=PageLogEntry, dispatch_uid="pages.noted")
    for shown_at_the_foot in (Address, *KINDS):
        post_save.connect(_forget, sender=shown_at_the_foot, dispatch_uid=f"pages.saved.{shown_at_the_foot}")
        post_delete.connect(_forget, sender=shown_at_the_foot, dispatch_uid=f"pages.gone.{shown_at_the_foot}")


def _settle(instance: Page, **_signal: Any) -> None:
    settle_addresses(page=instance)


def _forget(**_signal: Any) -> None:
    forget_the_foot()


def _note(instance: PageLogEntry, *, created: bool, **_signal: Any) -> None:
    if created:
        record_wagtails_line(entry=instance)


def lay_the_tree(*, apps: Any = installed, **_signal: Any) -> None:
    """After migrating (and after a test's flush): the root, and the pages every site owes its readers."""
    try:
        apps.get_model("pages", "Address")
        apps.get_model("media", "Picture")
    except LookupError:  # migrating to a moment before these tables
        return
    lay_the_ground()


# --- names that Wagtail gives once for every reader, or not at all -------------------------------------------------


def name_in_the_readers_language() -> None:
    """Name anew the fields that Wagtail names in English when it starts, and those it names by their code."""
    text = {"link_text": _("Link text")}
    _label(ExternalLinkChooserForm, text)
    _label(AnchorLinkChooserForm, text)
    _label(PhoneLinkChooserForm, {**text, "phone_number": _("Phone number")})
    _label(
        EmailLinkChooserForm,
        {**text, "email_address": _("Email address"), "subject": _("Subject"), "body": _("Message")},
    )
    _label(
        ImageInsertionForm,
        {"format": _("Format"), "image_is_decorative": _("Image is decorative"), "alt_text": _("Alt text")},
    )
    ChooserViewSet.search_tab_label = _("Search")


def _label(form: type[Form], names: Mapping[str, Any]) -> None:
    for name, label in names.items():
        form.base_fields[name].label = label
