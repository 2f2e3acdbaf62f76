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
def may_read_the_whole_journal(person: Person | AnonymousUser) -> bool:
    return holds(person, "journal.read_all")


@rules.predicate
def may_translate(person: Person | AnonymousUser) -> bool:
    return holds(person, "languages.translate")


@rules.predicate
def is_signed_in(person: Person | AnonymousUser) -> bool:
    return person.is_authenticated


@rules.predicate
def may_see_work(person: Person | AnonymousUser) -> bool:
    return holds(person, "work.see")


@rules.predicate
def may_see_letters(person: Person | AnonymousUser) -> bool:
    return holds(person, "letters.see")


rules.add_perm("people.look_after", may_look_after_people)
rules.add_perm("people.grant_powers", may_grant_powers)
# The rooms that people stand on cannot read powers; what may be done there is said here.
rules.add_perm("work.see", may_see_work)
rules.add_perm("letters.see", may_see_letters)
rules.add_perm("journal.read_all", may_read_the_whole_journal)
rules.add_perm("languages.translate", may_translate)
