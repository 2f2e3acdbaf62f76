"""What members promised and would like, as far as a reader may see it."""

from django.db.models import QuerySet

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import audiences_of_page
from copronet.common_ground.search.registry import EVERYONE, Entry, read_at, sides
from copronet.community_of_practice.members.choices import PromiseState
from copronet.community_of_practice.members.models import Interest, Membership, Promise


def promise_of(membership: Membership) -> Promise | None:
    """The promise under way, if there is one."""
    return membership.promises.filter(state=PromiseState.MADE).first()


def interests_of(membership: Membership) -> dict[str, Interest]:
    """What a member offers and would like, by kind."""
    return {interest.kind: interest for interest in membership.interests.prefetch_related("themes")}


def promise_entry(promise: Promise) -> Entry | None:
    """A shared promise, found by its words and read on its member's page by whoever may open that."""
    member = promise.membership
    if not (promise.is_shared and member.is_member) or promise.state == PromiseState.CHANGED:
        return None
    if member.person and member.person.standing != Standing.HERE:
        return None
    return Entry(
        sides(promise, "words"),
        _names(member),
        read_at(f"people:{'person' if member.person else 'organisation'}", member.party.pk),
        audiences=audiences_of_page(member.person) if member.person else (EVERYONE,),
        area=promise.area_id,
        themes=[theme.code for theme in promise.themes.all()],
        day=promise.made_on,
    )


def _names(member: Membership) -> dict[str, str]:
    if member.organisation:
        return sides(member.organisation, "name")
    return dict.fromkeys(Language.values, str(member.person))


def promises_to_find() -> QuerySet[Promise]:
    """Every promise with all that `promise_entry` reads."""
    promises = Promise.objects.select_related("membership__person", "membership__organisation")
    return promises.prefetch_related("themes")


def promises_of_person(person: Person) -> QuerySet[Promise]:
    return promises_to_find().filter(membership__person=person)


def promises_of_organisation(organisation: Organisation) -> QuerySet[Promise]:
    return promises_to_find().filter(membership__organisation=organisation)
