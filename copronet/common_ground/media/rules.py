"""Who may look after pictures and documents."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_look_after_media(person: Person | AnonymousUser) -> bool:
    return holds(person, "media.look_after")


rules.add_perm("media.look_after", may_look_after_media)
