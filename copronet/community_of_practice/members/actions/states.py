"""Moving a membership from one state to another, along the table of transitions and no other way."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.members.choices import TRANSITIONS, Kind, State, Transition
from copronet.community_of_practice.members.emails import tell_moved, tell_unfinished
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.registry import missing_steps

BY_CODE = {transition.code: transition for transition in TRANSITIONS}


@transaction.atomic
def move(*, actor: Actor, membership: Membership, code: str, key: UUID | None = None) -> Membership:
    """Carry out one transition and tell the member. Refuses when the membership stands elsewhere by now.

    Raises KeyError for a code that the table does not know.
    """
    once(key)
    transition = BY_CODE[code]
    Membership.objects.select_for_update().get(pk=membership.pk)
    locked = Membership.objects.select_related("person", "organisation").get(pk=membership.pk)
    _refuse_unless_it_is_the_moment(locked, transition)
    locked.state = transition.target
    locked.since = timezone.localdate()
    if transition.target is State.ACTIVE and locked.welcomed_on is None:
        locked.welcomed_on = locked.since
    locked.save(update_fields=["state", "since", "welcomed_on"])
    record(actor=actor, verb=transition.verb, about=locked, key=key)
    for promise in locked.promises.all():
        keep_record(promise)  # whether it is to be found depends on whose it is
    tell_moved(locked, transition)
    return locked


@transaction.atomic
def choose_kind(*, actor: Actor, membership: Membership, kind: str) -> None:
    """Say whether it is a member or an associate member. Saying the same again changes nothing."""
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.kind == kind:
        return
    locked.kind = Kind(kind)
    locked.save(update_fields=["kind"])
    record(actor=actor, verb="members.kind_chosen", about=locked)


def _refuse_unless_it_is_the_moment(membership: Membership, transition: Transition) -> None:
    if membership.state not in transition.sources:
        raise ActionRefused(
            _("This cannot be done now: the membership has moved on. It now stands here: %(state)s")
            % {"state": membership.get_state_display()}
        )
    if transition.target is State.APPLIED and (missing := missing_steps(membership)):
        named = ", ".join(str(step.title) for step in missing)
        raise ActionRefused(_("Something is still missing. Please fill in: %(steps)s") % {"steps": named})
    if transition.target is not State.LEFT and membership.person:
        refuse_unless_able(membership.person)


@transaction.atomic
def remind_to_finish(*, actor: Actor, membership: Membership, today: date) -> None:
    """Write once to somebody who began to join and stopped on the way."""
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.state != State.BEGUN or locked.reminded_on:
        return
    locked.reminded_on = today
    locked.save(update_fields=["reminded_on"])
    record(actor=actor, verb="members.reminded_to_finish", about=locked)
    tell_unfinished(locked)
