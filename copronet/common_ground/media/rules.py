"""Who may look after pictures and documents."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_look_after_media(person: Person | AnonymousUser) -> bool:
    return holds(person, "media.look_after")


@rules.predicate
def may_translate(person: Person | AnonymousUser) -> bool:
    return holds(person, "languages.translate")


@rules.predicate
def may_write_pages(person: Person | AnonymousUser) -> bool:
    return holds(person, "pages.edit")


rules.add_perm("media.see", may_look_after_media | may_write_pages | may_translate)
rules.add_perm(
    "media.restore", rules.always_deny
)  # a former file is not kept, so its record cannot come back
rules.add_perm("media.look_after", may_look_after_media)
