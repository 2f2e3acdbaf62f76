"""Who may look after services and feeds. Everyone may read them."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds

from .models import Service


@rules.predicate
def may_look_after_services(person: Person | AnonymousUser) -> bool:
    return holds(person, "signposting.look_after")


@rules.predicate
def is_our_own(_person: Person | AnonymousUser, service: Service | None) -> bool:
    """What a feed brings is changed where it comes from."""
    return service is None or service.feed_id is None


rules.add_perm("signposting.look_after", may_look_after_services)
rules.add_perm("signposting.change_service", may_look_after_services & is_our_own)
