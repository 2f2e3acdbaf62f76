"""Who may look after people and powers."""

import rules
from django.contrib.auth.models import AnonymousUser

from .models import Person
from .queries import holds


@rules.predicate
def may_look_after_people(person: Person | AnonymousUser) -> bool:
    return holds(person, "people.look_after")


@rules.predicate
def may_grant_powers(person: Person | AnonymousUser) -> bool:
    return holds(person, "people.grant_powers")


@rules.predicate
def is_signed_in(person: Person | AnonymousUser) -> bool:
    return person.is_authenticated


rules.add_perm("people.look_after", may_look_after_people)
rules.add_perm("people.grant_powers", may_grant_powers)
