"""Who may use the workbench."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_use_the_workbench(person: Person | AnonymousUser) -> bool:
    return holds(person, "workbench.use")


rules.add_perm("workbench.use", may_use_the_workbench)
