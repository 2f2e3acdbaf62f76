"""What happens around Wagtail's own deeds: addresses, versions, lines in the journal, and publishing on the day."""

import logging
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.search import index

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.actions import CLOCKWORK, Actor, record
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.journal.queries import content_of, type_of, version_number
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import keep_as_right, sides_of
from copronet.common_ground.media.models import DocumentFile, Picture
from copronet.common_ground.people.models import Person
from copronet.common_ground.search.actions import keep_record

from .models import Address
from .models.bilingual import BilingualPage
from .queries import path_below, place_is_free, plain_text

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
PUBLISHING = [action for action, verb in VERBS.items() if verb == "pages.published"]
WITHIN_ANOTHER_DEED = {"wagtail.rename"}  # Wagtail logs a new title beside the publishing that brings it


@transaction.atomic
def settle_addresses(*, page: Page) -> None:
    """Give a page, and those on the site below it, the addresses that their titles and places ask for now.

    Raises ValidationError when something else is read there.
    """
    for each in page.get_descendants(inclusive=True).live().specific():
        if isinstance(each, BilingualPage):
            _settle(each)
            keep_record(each)  # the search leads to the new address


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
    if model is None or entry.action in WITHIN_ANOTHER_DEED:
        return None
    if entry.action != "wagtail.delete":
        index.insert_or_update_object(Page.objects.get(pk=entry.object_id))
    if not entry.user_id and not entry.action.endswith(".scheduled"):
        return None
    verb = VERBS.get(entry.action, "pages.tended")
    actor = Actor(entry.user) if entry.user_id else CLOCKWORK
    about = model(pk=entry.object_id)
    if verb == "pages.edited" and _still_at_it(actor, about):
        return None
    version = _new_version(entry, model) if verb == "pages.published" else None
    return record(actor=actor, verb=verb, about=about, version=version)


def _still_at_it(actor: Actor, about: Model) -> bool:
    """Whether the last line about this page already says that this person is writing it."""
    last = Deed.objects.filter(object_type=type_of(about), object_id=str(about.pk)).first()
    writing = {"pages.created", "pages.edited"}
    return last is not None and last.verb in writing and last.actor_id == (actor.person and actor.person.pk)


def _new_version(entry: PageLogEntry, model: type[Model]) -> Version:
    """The published content as a version of the journal's, which also tells the translators' queue and search."""
    page: Any = model._base_manager.get(pk=entry.object_id)
    keep_as_right(page, [f"slug_{code}" for code in Language.values])  # an address is not translated
    registry.after_saving(page, _published_before(entry))
    return Version.objects.create(
        object_type=type_of(page),
        object_id=str(page.pk),
        number=version_number(page) + 1,
        content=content_of(page)
        | {name: plain_text(getattr(page, name)) for name in page.get_streamfield_names()},
    )


def _published_before(entry: PageLogEntry) -> dict[str, Any]:
    """What each field said when the page was published the time before; nothing for the first time."""
    earlier = PageLogEntry.objects.filter(
        page_id=entry.page_id, action__in=PUBLISHING, revision__isnull=False
    )
    last = earlier.exclude(pk=entry.pk).order_by("-pk").select_related("revision").first()
    if last is None or last.revision is None:
        return {}
    former, page = last.revision.as_object(), last.page.specific
    said = {name: getattr(former, name) for name, _language in sides_of(type(former))}
    same = [
        name
        for name in page.get_streamfield_names()
        if plain_text(said[name]) == plain_text(getattr(page, name))
    ]
    return said | {
        name: getattr(page, name) for name in same
    }  # the editor renames the parts of a text each time


@transaction.atomic
def hand_over(gone: Person, stays: Person) -> None:
    """Of two records of one person, the pages, drafts and files of the duplicate go to the one that stays."""
    Page.objects.filter(owner=gone).update(owner=stays)
    Page.objects.filter(locked_by=gone).update(locked_by=stays)
    for log in (Revision, PageLogEntry, ModelLogEntry):
        log.objects.filter(user=gone).update(user=stays)
    for files in (Picture, DocumentFile):
        files.objects.filter(uploaded_by_user=gone).update(uploaded_by_user=stays)


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
