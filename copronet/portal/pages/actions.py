"""What happens around Wagtail's own deeds: addresses, versions, lines in the journal, and publishing on the day."""

import logging
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search import index

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.actions import CLOCKWORK, Actor, record
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.journal.queries import content_of, type_of, version_number, versions_of
from copronet.common_ground.languages.choices import Language

from .models import Address
from .models.bilingual import BilingualPage
from .queries import path_below, place_is_free

logger = logging.getLogger(__name__)

VERBS = {
    "wagtail.create": "pages.created",
    "wagtail.edit": "pages.edited",
    "wagtail.publish": "pages.published",
    "wagtail.publish.scheduled": "pages.published",
    "wagtail.publish.schedule": "pages.scheduled",
    "wagtail.unpublish": "pages.unpublished",
    "wagtail.unpublish.scheduled": "pages.unpublished",
    "wagtail.delete": "pages.removed",
}
WITHIN_ANOTHER_DEED = {"wagtail.rename"}  # Wagtail logs a new title beside the publishing that brings it


@transaction.atomic
def settle_addresses(*, page: Page) -> None:
    """Give a page, and those on the site below it, the addresses that their titles and places ask for now.

    Raises ValidationError when something else is read there.
    """
    for each in page.get_descendants(inclusive=True).live().specific():
        if isinstance(each, BilingualPage):
            _settle(each)


def _settle(page: BilingualPage) -> None:
    parent = page.get_parent()
    for code in Language.values:
        path = path_below(parent, getattr(page, f"slug_{code}"), code)
        if not place_is_free(path, code, page):
            raise ValidationError(_("Something else on this site is read at this address: %s") % path)
        Address.objects.filter(language=code, path=path).exclude(page_id=page.pk).delete()
        Address.objects.filter(page_id=page.pk, language=code, is_current=True).exclude(path=path).update(
            is_current=False
        )
        Address.objects.update_or_create(
            page_id=page.pk, language=code, path=path, defaults={"is_current": True, **_title(page, code)}
        )


def _title(page: BilingualPage, code: str) -> dict[str, str]:
    own = getattr(page, f"title_{code}")
    other = Language(code).other.value
    return {
        "title": own or getattr(page, f"title_{other}"),
        "title_language": code if own else other,
    }


@transaction.atomic
def record_wagtails_line(*, entry: PageLogEntry) -> Deed | None:
    """Write into our journal what Wagtail has just written into its log: once, and in our words.

    What is laid down when the software is installed is nobody's deed and leaves no line.
    """
    model = entry.content_type.model_class() if entry.content_type else None
    is_a_deed = entry.user_id or entry.action.endswith(".scheduled")
    if model is None or not is_a_deed or entry.action in WITHIN_ANOTHER_DEED:
        return None
    verb = VERBS.get(entry.action, "pages.tended")
    actor = Actor(entry.user) if entry.user_id else CLOCKWORK
    about = model(pk=entry.object_id)
    if verb == "pages.edited" and _still_at_it(actor, about):
        return None
    version = _new_version(model, entry.object_id) if verb == "pages.published" else None
    if verb != "pages.removed":
        index.insert_or_update_object(Page.objects.get(pk=entry.object_id))
    return record(actor=actor, verb=verb, about=about, version=version)


def _still_at_it(actor: Actor, about: Model) -> bool:
    """Whether the last line about this page already says that this person is writing it."""
    last = Deed.objects.filter(object_type=type_of(about), object_id=str(about.pk)).first()
    writing = {"pages.created", "pages.edited"}
    return last is not None and last.verb in writing and last.actor_id == (actor.person and actor.person.pk)


def _new_version(model: type[Model], key: Any) -> Version:
    """The published content as a version of the journal's, which also tells the translators' queue and search."""
    page = model._base_manager.get(pk=key)
    newest = versions_of(page).first()
    registry.after_saving(page, newest.content if newest else {})
    return Version.objects.create(
        object_type=type_of(page),
        object_id=str(page.pk),
        number=version_number(page) + 1,
        content=content_of(page),
    )


def publish_due(*, now: datetime | None = None) -> int:
    """Publish what was set for a moment that has come, and take off what has run out. How many pages changed.

    A page that is no longer ready (an agreement withdrawn, an exception run out) is held back as a draft.
    """
    moment = now or timezone.now()
    changed = 0
    for page in Page.objects.filter(live=True, expire_at__lt=moment).specific():
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        changed += 1
    due = Revision.page_revisions.filter(approved_go_live_at__lt=moment).order_by("approved_go_live_at")
    for revision in due:
        changed += _publish_or_hold_back(revision)
    return changed


def _publish_or_hold_back(revision: Revision) -> bool:
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except ValidationError:
        logger.warning("Held back page %s: not ready to be published", revision.object_id)
        with transaction.atomic():
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            record(actor=CLOCKWORK, verb="pages.held_back", about=revision.content_object)
        return False
    return True
