"""What becomes of a membership when somebody's details are removed, or two records become one: parts of deeds."""

from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.members.choices import State
from copronet.community_of_practice.members.models import Interest, Membership, ProgressNote, Promise

GONE = "…"


def forget_membership(person: Person) -> None:
    """Take a person's own words away; that there was a promise, and whether it was kept, stays counted."""
    own = Membership.objects.filter(person=person)
    for membership in own:
        Promise.objects.filter(membership=membership).update(
            words_cy=GONE, words_en="", reason="", is_shared=False
        )
        ProgressNote.objects.filter(membership=membership).exclude(going="").update(
            words="", link="", picture=None, is_shared=False
        )
        ProgressNote.objects.filter(membership=membership, going="").update(
            words=GONE, link="", picture=None, is_shared=False
        )
        Interest.objects.filter(membership=membership).delete()
    own.update(is_listed=False, talks="", state=State.LEFT)


def move_membership(duplicate: Person, kept: Person) -> None:
    """The record kept has the membership; where both have one, the duplicate's ends and stays readable."""
    _move("person", duplicate, kept)


def move_organisations_membership(duplicate: Organisation, kept: Organisation) -> None:
    _move("organisation", duplicate, kept)


def _move(party: str, duplicate: Person | Organisation, kept: Person | Organisation) -> None:
    own = Membership.objects.select_for_update().filter(**{party: duplicate})
    if Membership.objects.filter(**{party: kept}).exists():
        own.update(state=State.LEFT, is_listed=False)
    else:
        own.update(**{party: kept})
