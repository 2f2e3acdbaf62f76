"""Who may curate the themes. Everyone may read them."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds


@rules.predicate
def may_edit_themes(person: Person | AnonymousUser) -> bool:
    return holds(person, "themes.edit")


rules.add_perm("themes.edit", may_edit_themes)
