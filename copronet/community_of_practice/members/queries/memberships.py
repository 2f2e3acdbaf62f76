"""Whose membership is whose, in what capacity somebody acts on one, and where it can go from here."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Organisation, Person, Support
from copronet.common_ground.people.queries import organisations_of, supported_by
from copronet.community_of_practice.members.choices import TRANSITIONS, State, Transition
from copronet.community_of_practice.members.models import Membership, Principles


def memberships_of(person: Person) -> QuerySet[Membership]:
    """One's own, those of the organisations one acts for, and those of people one supports."""
    return (
        Membership.objects.filter(
            Q(person=person)
            | Q(organisation__in=organisations_of(person))
            | Q(person__in=supported_by(person, matter="members"))
        )
        .select_related("person", "organisation")
        .order_by("id")
    )


def membership_of(party: Person | Organisation) -> Membership | None:
    """The membership of a person or an organisation, whatever its state."""
    key = "organisation" if isinstance(party, Organisation) else "person"
    return Membership.objects.filter(**{key: party}).select_related("person", "organisation").first()


def actor_for(membership: Membership, person: Person) -> Actor:
    """A person acting on this membership: for the organisation, for the one they support, or themselves."""
    organisation, member = membership.organisation, membership.person
    if organisation and organisations_of(person).filter(pk=organisation.pk).exists():
        return Actor(person, for_organisation=organisation)
    if member and member != person and supported_by(person, matter="members").filter(pk=member.pk).exists():
        return Actor(person, for_person=member)
    return Actor(person)


def principles_in_force() -> Principles | None:
    """The wording that whoever joins today agrees to."""
    return Principles.objects.filter(begins__lte=timezone.localdate()).order_by("-number").first()


def moves_open_to(membership: Membership, person: Person) -> list[Transition]:
    """The changes of state that are possible now and that this person may make."""
    possible = [each for each in TRANSITIONS if membership.state in each.sources]
    return [each for each in possible if person.has_perm(each.permission, _about(each, membership))]


def _about(transition: Transition, membership: Membership) -> Membership | None:
    """Powers over all members are asked without one of them."""
    return None if transition.permission == "members.look_after" else membership


def waiting_for_a_welcome() -> QuerySet[Membership]:
    """Those who have asked to join, longest waiting first."""
    waiting = Membership.objects.filter(state=State.APPLIED)
    return waiting.select_related("person", "organisation").order_by("since", "id")


def has_told_about_themselves(membership: Membership) -> bool:
    """Whether the person has said as what they take part."""
    return membership.person is not None and membership.person.capacities.exists()


def has_told_what_it_is(membership: Membership) -> bool:
    """Whether the organisation has said which kind it is."""
    return membership.organisation is not None and membership.organisation.kind_id is not None


def has_agreed(membership: Membership) -> bool:
    """Whether the member has agreed to the wording of the principles in force today."""
    return membership.agreements.filter(principles=principles_in_force()).exists()


def has_chosen(membership: Membership) -> bool:
    """Whether the member has said who may see them."""
    return membership.has_chosen


REMIND_AFTER = timedelta(days=7)
GIVE_UP_AFTER = timedelta(days=90)


def unfinished(today: date) -> QuerySet[Membership]:
    """Begun a week ago or earlier by somebody online, never sent, never reminded."""
    begun = Membership.objects.filter(state=State.BEGUN, given=Support.Agreed.ONLINE)
    return begun.filter(since__lte=today - REMIND_AFTER, reminded_on__isnull=True).select_related(
        "person", "organisation"
    )


def given_up(today: date) -> QuerySet[Membership]:
    """Begun three months ago or earlier, reminded, and never sent."""
    return Membership.objects.filter(
        state=State.BEGUN, since__lte=today - GIVE_UP_AFTER, reminded_on__isnull=False
    )
