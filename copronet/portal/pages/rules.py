"""Who may write pages and who may publish them."""

import rules
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page

from copronet.common_ground.media.rules import may_look_after_media
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_edit(person: Person | AnonymousUser) -> bool:
    return holds(person, "pages.edit")


@rules.predicate
def may_publish(person: Person | AnonymousUser) -> bool:
    return holds(person, "pages.publish")


@rules.predicate
def is_on_the_site(_person: Person | AnonymousUser, page: Page | None) -> bool:
    return page is not None and page.live


may_keep_media = may_edit | may_look_after_media  # whoever writes pages needs the pictures in them

rules.add_perm("pages.edit", may_edit)
rules.add_perm("pages.publish", may_publish)
rules.add_perm("pages.see", is_on_the_site | may_edit)
rules.add_perm(
    "pages.restore", rules.always_deny
)  # an earlier page comes back on the editing screens, as a draft
rules.add_perm("wagtailadmin.access_admin", may_keep_media | may_publish)  # Wagtail asks by this name
