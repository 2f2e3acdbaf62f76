"""Memberships that a network has kept elsewhere are brought in by a table, and taken out again for a day."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models.deletion import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, Overtaken, record
from copronet.common_ground.people.models import Organisation, Person, Support
from copronet.community_of_practice.members.choices import MEMBERS, State
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.queries.given_out import stands


@transaction.atomic
def bring_in(
    *, actor: Actor, party: Person | Organisation, values: Mapping[str, Any], based_on: str = ""
) -> Membership:
    """Make a membership, or change the one there is, to stand as the table says; nobody is written to.

    ``values`` are fields of the membership. Without a state a new one is active. Raises `Overtaken` when the
    membership no longer stands as ``based_on`` says.
    """
    whose = {"organisation" if isinstance(party, Organisation) else "person": party}
    membership = Membership.objects.select_for_update().filter(**whose).first()
    if membership and based_on and str(stands(membership)) != based_on:
        raise Overtaken(_("Somebody else changed this membership in the meantime."))
    if membership is None:
        new = {"state": State.ACTIVE, "given": Support.Agreed.IN_WRITING, "entered_by": actor.person}
        membership = Membership(since=timezone.localdate(), **whose, **new)
    for name, value in values.items():
        setattr(membership, name, value)
    if membership.state in MEMBERS and membership.welcomed_on is None:
        membership.welcomed_on = membership.since
    membership.save()
    record(actor=actor, verb="members.brought_in", about=membership)
    return membership


@transaction.atomic
def take_out(*, actor: Actor, membership: Membership) -> None:
    """Undo a membership that a table made. Refused once the member has done something with it."""
    record(actor=actor, verb="members.taken_out", about=membership)
    try:
        membership.delete()
    except ProtectedError as used:
        raise ActionRefused(_("The member has done something since; the membership stays.")) from used
