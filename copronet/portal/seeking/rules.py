"""Who may see what is sought. Searches that people keep are their own: the pages look nowhere else."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_see_what_is_sought(person: Person | AnonymousUser) -> bool:
    return holds(person, "seeking.see_sought")


rules.add_perm("seeking.see_sought", may_see_what_is_sought)
