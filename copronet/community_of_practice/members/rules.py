"""Who may fill in, speak for, read and look after a membership."""

import rules

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import answers_for, holds, organisations_of, supported_by
from copronet.common_ground.people.rules import Reader

from .choices import State
from .models import Membership


@rules.predicate
def may_look_after_members(person: Reader) -> bool:
    return holds(person, "members.look_after")


@rules.predicate
def may_set_rules(person: Reader) -> bool:
    return holds(person, "members.set_rules")


@rules.predicate
def is_the_member(person: Reader, membership: Membership) -> bool:
    return isinstance(person, Person) and membership.person_id == person.pk


@rules.predicate
def supports_the_member(person: Reader, membership: Membership) -> bool:
    return (
        isinstance(person, Person)
        and supported_by(person, matter="members").filter(membership=membership).exists()
    )


@rules.predicate
def acts_for_the_member(person: Reader, membership: Membership) -> bool:
    return isinstance(person, Person) and organisations_of(person).filter(membership=membership).exists()


@rules.predicate
def answers_for_the_member(person: Reader, membership: Membership) -> bool:
    organisation = membership.organisation
    return isinstance(person, Person) and organisation is not None and answers_for(person, organisation)


@rules.predicate
def is_still_joining(_person: Reader, membership: Membership) -> bool:
    return membership.state == State.BEGUN


@rules.predicate
def may_change_its_record(person: Reader, membership: Membership) -> bool:
    """The page of an organisation is its own, whatever is told with the membership."""
    organisation = membership.organisation
    return organisation is not None and person.has_perm("people.change_organisation", organisation)


is_on_their_side = is_the_member | supports_the_member

rules.add_perm("members.look_after", may_look_after_members)
rules.add_perm("members.set_rules", may_set_rules)
rules.add_perm("members.fill_in", is_on_their_side | acts_for_the_member | may_look_after_members)
rules.add_perm("members.describe", is_still_joining & acts_for_the_member | may_change_its_record)
rules.add_perm("members.speak_for", is_on_their_side | answers_for_the_member | may_look_after_members)
rules.add_perm("members.resume", is_on_their_side | answers_for_the_member | may_look_after_members)
