"""Who may look after people and powers, and read or change whose record."""

import rules
from django.contrib.auth.models import AnonymousUser

from .models import Organisation, Person, Representation, Support
from .queries import (
    answers_for,
    has_or_will_have_grants,
    has_or_will_have_powers,
    holds,
    may_be_read,
    organisations_of,
)

Reader = Person | AnonymousUser


@rules.predicate
def may_look_after_people(person: Reader) -> bool:
    return holds(person, "people.look_after")


@rules.predicate
def may_grant_powers(person: Reader) -> bool:
    return holds(person, "people.grant_powers")


@rules.predicate
def may_edit_kinds(person: Reader) -> bool:
    return holds(person, "people.edit_kinds")


@rules.predicate
def may_see_breaches(person: Reader) -> bool:
    return holds(person, "people.see_breaches")


@rules.predicate
def is_signed_in(person: Reader) -> bool:
    return person.is_authenticated


@rules.predicate
def may_read_the_whole_journal(person: Reader) -> bool:
    return holds(person, "journal.read_all")


@rules.predicate
def may_translate(person: Reader) -> bool:
    return holds(person, "languages.translate")


@rules.predicate
def may_look_after_letters(person: Reader) -> bool:
    return holds(person, "letters.look_after")


@rules.predicate
def may_see_work(person: Reader) -> bool:
    return holds(person, "work.see")


@rules.predicate
def may_read_page(person: Reader, whose: Person) -> bool:
    return may_be_read(whose, person)


@rules.predicate
def record_has_no_powers(_person: Reader, whose: Person) -> bool:
    """Whoever changes how a holder of powers signs in could take those powers."""
    return not has_or_will_have_powers(whose)


@rules.predicate
def organisation_has_no_powers(_person: Reader, organisation: Organisation | None) -> bool:
    """Whoever makes one of two organisations could hand the powers of one to whoever answers for the other."""
    return organisation is None or not has_or_will_have_grants(organisation)


@rules.predicate
def record_stands(_person: Reader, organisation: Organisation | None) -> bool:
    """A record kept under another is read by nobody, and so changed by nobody."""
    return organisation is None or organisation.merged_into_id is None


@rules.predicate
def answers_for_organisation(person: Reader, organisation: Organisation) -> bool:
    return isinstance(person, Person) and answers_for(person, organisation)


@rules.predicate
def acts_for_organisation(person: Reader, organisation: Organisation) -> bool:
    return isinstance(person, Person) and organisations_of(person).filter(pk=organisation.pk).exists()


@rules.predicate
def is_the_representative(person: Reader, representation: Representation) -> bool:
    return representation.person == person


@rules.predicate
def answers_beside(person: Reader, representation: Representation) -> bool:
    return isinstance(person, Person) and answers_for(person, representation.organisation)


@rules.predicate
def is_in_support(person: Reader, support: Support) -> bool:
    return person in (support.supported, support.supporter)


looks_after_this_record = may_look_after_people & (record_has_no_powers | may_grant_powers)

rules.add_perm("people.look_after", may_look_after_people)
rules.add_perm("people.grant_powers", may_grant_powers)
rules.add_perm("people.see_breaches", may_see_breaches)
rules.add_perm("people.edit_kinds", may_edit_kinds)
# The rooms that people stand on cannot read powers; what may be done there is said here.
rules.add_perm("work.see", may_see_work)
rules.add_perm("letters.look_after", may_look_after_letters)
rules.add_perm("journal.read_all", may_read_the_whole_journal)
rules.add_perm("languages.translate", may_translate)
rules.add_perm("people.list_people", is_signed_in)
rules.add_perm("people.read_page", may_read_page)
# Signing in as somebody, and making one record of two, could hand over powers.
rules.add_perm("people.change_address", looks_after_this_record)
rules.add_perm("people.merge", looks_after_this_record)
rules.add_perm("people.record_departure", looks_after_this_record)
rules.add_perm(
    "people.merge_organisations",
    may_look_after_people & record_stands & (organisation_has_no_powers | may_grant_powers),
)
rules.add_perm(
    "people.change_organisation", record_stands & (may_look_after_people | answers_for_organisation)
)
rules.add_perm(
    "people.ask_representative", record_stands & (may_look_after_people | answers_for_organisation)
)
rules.add_perm("people.take_on_answering", acts_for_organisation)
rules.add_perm("people.make_answer", may_look_after_people | answers_beside)
rules.add_perm("people.accept_offer", may_look_after_people | answers_beside)
rules.add_perm("people.end_representation", may_look_after_people | answers_beside | is_the_representative)
rules.add_perm("people.end_support", may_look_after_people | is_in_support)
rules.add_perm("design.see_gallery", may_look_after_people)
