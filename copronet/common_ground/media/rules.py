"""Who may look after pictures and documents."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds

from .choices import SeenBy
from .models import DocumentFile


@rules.predicate
def may_look_after_media(person: Person | AnonymousUser) -> bool:
    return holds(person, "media.look_after")


@rules.predicate
def may_translate(person: Person | AnonymousUser) -> bool:
    return holds(person, "languages.translate")


@rules.predicate
def may_write_pages(person: Person | AnonymousUser) -> bool:
    return holds(person, "pages.edit")


@rules.predicate
def may_have_document(person: Person | AnonymousUser, document: DocumentFile) -> bool:
    """As the document's own record says."""
    if document.seen_by == SeenBy.EVERYONE:
        return True
    if document.seen_by == SeenBy.MEMBERS and person.is_authenticated:
        return True
    return bool((may_look_after_media | may_write_pages | may_translate)(person))


rules.add_perm("media.have_document", may_have_document)
rules.add_perm("media.see", may_look_after_media | may_write_pages | may_translate)
rules.add_perm(
    "media.restore", rules.always_deny
)  # a former file is not kept, so its record cannot come back
rules.add_perm("media.look_after", may_look_after_media)
