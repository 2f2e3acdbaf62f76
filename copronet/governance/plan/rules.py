"""Who may edit the plan. Everyone may read it."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_edit_the_plan(person: Person | AnonymousUser) -> bool:
    return holds(person, "plan.edit")


rules.add_perm("plan.edit", may_edit_the_plan)
