"""What becomes of a membership when somebody's details are removed, or two records become one: parts of deeds."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.members.choices import State
from copronet.community_of_practice.members.models import Interest, Membership, ProgressNote, Promise

GONE = "…"


@transaction.atomic
def end_membership(*, actor: Actor, person: Person) -> None:
    """Whoever is gone is no member from that day on; the farewell that they get says so once."""
    own = Membership.objects.select_for_update().filter(person=person).exclude(state=State.LEFT).first()
    if own is None:
        return
    _stand_as_left(own)
    record(actor=actor, verb="members.left", about=own)
    for promise in own.promises.all():
        keep_record(promise)  # nobody finds what they no longer promise


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
    own.update(is_listed=False, talks="")
    own.exclude(state=State.LEFT).update(state=State.LEFT, since=timezone.localdate())


def move_membership(duplicate: Person, kept: Person) -> None:
    """The record kept has the membership; where both have one, the duplicate's ends and stays readable.

    Refused where only the duplicate is a member by now: its membership would be lost.
    """
    _move("person", duplicate, kept)


def move_organisations_membership(duplicate: Organisation, kept: Organisation) -> None:
    _move("organisation", duplicate, kept)


def _move(party: str, duplicate: Person | Organisation, kept: Person | Organisation) -> None:
    own = Membership.objects.select_for_update().filter(**{party: duplicate}).first()
    if own is None:
        return
    other = Membership.objects.select_for_update().filter(**{party: kept}).first()
    if other is None:
        setattr(own, party, kept)
        own.save(update_fields=[party])
    else:
        _end_beside(own, other)
    for promise in own.promises.all():
        keep_record(promise)  # found at the record kept, or no longer


def _end_beside(own: Membership, other: Membership) -> None:
    if own.is_member and not other.is_member:
        raise ActionRefused(_("The record that would go is the one that is a member. Keep that one instead."))
    _stand_as_left(own)


def _stand_as_left(own: Membership) -> None:
    own.is_listed = False
    if own.state != State.LEFT:
        own.state, own.since = State.LEFT, timezone.localdate()
    own.save(update_fields=["is_listed", "state", "since"])
