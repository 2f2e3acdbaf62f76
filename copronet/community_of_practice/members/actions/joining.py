"""Joining: a membership is begun, filled in step by step, and what it says is written down as it goes."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.people.actions.organisations import record_representative
from copronet.common_ground.people.models import Organisation, Person, Support
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.members.models import Agreement, Interest, Membership, Principles

from .numbering import put_after_newest


@transaction.atomic
def begin(
    *,
    actor: Actor,
    person: Person | None = None,
    organisation: Organisation | None = None,
    given: str = Support.Agreed.ONLINE,
    entered_by: Person | None = None,
    key: UUID | None = None,
) -> Membership:
    """Begin the membership of one person or one organisation; where there is one already, give that."""
    once(key)
    if person:
        refuse_unless_able(person)
    membership, is_new = Membership.objects.get_or_create(
        person=person,
        organisation=organisation,
        defaults={"since": timezone.localdate(), "given": given, "entered_by": entered_by},
    )
    if is_new:
        record(actor=actor, verb="members.begun", about=membership, key=key)
    return membership


@transaction.atomic
def begin_with_new_organisation(
    *,
    actor: Actor,
    organisation: Organisation,
    role: str = "",
    only_alike: Collection[Organisation] = (),
    key: UUID | None = None,
) -> Membership:
    """Begin the membership of an organisation that has no record yet. Whoever does so answers for it.

    ``only_alike`` are those they have looked at and said not to be the same.
    """
    once(key)
    assert actor.person is not None  # noqa: S101  (the clockwork joins nothing)
    describe_organisation(
        actor=actor,
        verb="people.organisation_added",
        organisation=organisation,
        only_alike=only_alike,
        key=key,
    )
    record_representative(
        actor=actor,
        organisation=organisation,
        person=actor.person,
        role_cy=role,
        role_en=role,
        answers_for_it=True,
    )
    return begin(actor=Actor(actor.person, for_organisation=organisation), organisation=organisation)


@transaction.atomic
def agree_to_principles(
    *, actor: Actor, membership: Membership, principles: Principles, given: str = Support.Agreed.ONLINE
) -> Agreement:
    """Keep that a member agreed to this wording. Agreeing to the same wording again changes nothing."""
    agreement, is_new = Agreement.objects.get_or_create(
        membership=membership, principles=principles, defaults={"given": given}
    )
    if is_new:
        record(actor=actor, verb="members.agreed", about=agreement)
    return agreement


@transaction.atomic
def say_interest(
    *,
    actor: Actor,
    membership: Membership,
    kind: str,
    words: str,
    language: str,
    themes: Iterable[Theme] = (),
) -> Interest:
    """Write down what a member could offer, or would like."""
    interest, _is_new = Interest.objects.update_or_create(
        membership=membership, kind=kind, defaults={"words": words, "language": language}
    )
    interest.themes.set(themes)
    record(actor=actor, verb="members.interest_told", about=interest)
    return interest


@transaction.atomic
def choose_listing(*, actor: Actor, membership: Membership, is_listed: bool, talks: str = "") -> None:
    """Let the directory of members show this member and their languages, or no longer."""
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    if locked.has_chosen and (locked.is_listed, locked.talks) == (is_listed, talks):
        return
    if is_listed and locked.person:
        refuse_unless_able(locked.person)
    locked.is_listed = membership.is_listed = is_listed
    locked.has_chosen = membership.has_chosen = True
    locked.talks = talks
    locked.save(update_fields=["is_listed", "has_chosen", "talks"])
    record(actor=actor, verb="members.listing_chosen", about=locked)


@transaction.atomic
def set_principles(*, actor: Actor, text_cy: str, text_en: str, key: UUID | None = None) -> Principles:
    """Put a new wording of the principles in force. What was agreed to before stays what it was."""
    once(key)
    if not (text_cy and text_en):
        raise ActionRefused(_("The principles are needed in both languages."))
    principles = Principles(text_cy=text_cy, text_en=text_en, begins=timezone.localdate())
    put_after_newest(principles)
    record(actor=actor, verb="members.principles_set", about=principles, key=key)
    return principles
