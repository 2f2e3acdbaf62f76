"""Organisations and who acts for them. One person answers for each; when they go, another may take it on."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.emails import (
    tell_asked_to_represent,
    tell_nobody_answers,
    tell_offer_accepted,
    tell_offered_to_represent,
)
from copronet.common_ground.people.models import Organisation, Person, Representation
from copronet.common_ground.people.queries import (
    answers_for,
    current,
    person_named,
    powers_of,
    representatives_of,
    still_to_end,
)

from .offices import GIVING, refuse_unless_able, somebody_can_still_give
from .support import refuse_asking_often

ASKS_A_DAY = 20
OFFERS_A_DAY = 5


@transaction.atomic
def ask_representative(
    *,
    actor: Actor,
    organisation: Organisation,
    address: str,
    role_cy: str = "",
    role_en: str = "",
    key: UUID | None = None,
) -> Representation | None:
    """Ask whoever has this e-mail address to act for an organisation. They act once they agree.

    Whether anybody has the address is not for the asker to know (see `ask_support`). Gives None where nobody
    could be asked.
    """
    once(key)
    refuse_asking_often("people.representation_asked", about=organisation, times=ASKS_A_DAY)
    record(actor=actor, verb="people.representation_asked", about=organisation, key=key)
    person = person_named(address)
    return _ask(organisation, person, role_cy, role_en) if person else None


def _ask(organisation: Organisation, person: Person, role_cy: str, role_en: str) -> Representation | None:
    try:
        with transaction.atomic():
            representation = _make(organisation, person, role_cy, role_en)
    except ActionRefused:
        return None  # as if nobody had the address
    tell_asked_to_represent(representation)
    return representation


@transaction.atomic
def offer_to_represent(*, actor: Actor, organisation: Organisation, role: str = "") -> Representation:
    """Somebody offers to act for an organisation that is here already. They act once it agrees."""
    assert actor.person is not None  # noqa: S101  (the clockwork offers nothing)
    lately = actor.person.representations.filter(
        is_offer=True, asked_at__gte=timezone.now() - timedelta(days=1)
    )
    if lately.count() >= OFFERS_A_DAY:
        raise ActionRefused(_("You have asked often today. Please try again tomorrow."))
    representation = _make(organisation, actor.person, role, role)
    representation.is_offer = True
    representation.save(update_fields=["is_offer"])
    record(actor=actor, verb="people.representation_offered", about=representation)
    for each in representatives_of(organisation).filter(begins__isnull=False, answers_for_it=True):
        tell_offered_to_represent(representation, each.person)
    return representation


@transaction.atomic
def accept_offer(*, actor: Actor, representation: Representation) -> None:
    """Whoever answers for the organisation, or staff where nobody does, says yes to an offer."""
    locked = _locked(representation)
    if not locked.is_offer or locked.person == actor.person:
        raise ActionRefused(_("Somebody else has to say yes to an offer."))
    if locked.begins is not None:
        return
    refuse_unless_able(locked.person)
    locked.begins = timezone.localdate()
    locked.save(update_fields=["begins"])
    record(actor=actor, verb="people.representation_begun", about=locked)
    tell_offer_accepted(locked)


@transaction.atomic
def record_representative(
    *,
    actor: Actor,
    organisation: Organisation,
    person: Person,
    role_cy: str = "",
    role_en: str = "",
    answers_for_it: bool = False,
) -> Representation:
    """Staff write down that a person acts for an organisation, as both told them."""
    representation = _make(organisation, person, role_cy, role_en)
    representation.begins = timezone.localdate()
    representation.save(update_fields=["begins"])
    record(actor=actor, verb="people.representation_begun", about=representation)
    if answers_for_it:
        make_answer(actor=actor, representation=representation)
    return representation


@transaction.atomic
def agree_to_represent(*, actor: Actor, representation: Representation) -> None:
    """The one who was asked says yes: from today they may act for the organisation."""
    locked = _locked(representation)
    if locked.person != actor.person or locked.is_offer:
        raise ActionRefused(_("Only the person who was asked can say yes."))
    if locked.begins is not None:
        return
    refuse_unless_able(locked.person)
    locked.begins = timezone.localdate()
    locked.save(update_fields=["begins"])
    record(actor=actor, verb="people.representation_begun", about=locked)


@transaction.atomic
def make_answer(*, actor: Actor, representation: Representation) -> None:
    """Make one representative the one who answers; whoever did so before stays a representative."""
    with somebody_can_still_give():
        _hold_still(representation.organisation)
        locked = _locked(representation)
        if locked.begins is None:
            raise ActionRefused(_("This person has not agreed to act for the organisation yet."))
        if locked.answers_for_it:
            return
        _refuse_handing_powers(actor, locked)
        locked.organisation.representations.filter(ends__isnull=True, answers_for_it=True).update(
            answers_for_it=False
        )
        locked.answers_for_it = True
        locked.save(update_fields=["answers_for_it"])
        record(actor=actor, verb="people.answering_changed", about=locked)


@transaction.atomic
def take_on_answering(*, actor: Actor, representation: Representation) -> None:
    """A representative takes it on while nobody answers. Of two at once the first has it."""
    with somebody_can_still_give():
        _hold_still(representation.organisation)
        answered = representation.organisation.representations.filter(
            current(timezone.localdate()), answers_for_it=True
        )
        if answered.exists():
            raise ActionRefused(_("Somebody already answers for this organisation."))
        make_answer(actor=actor, representation=representation)


@transaction.atomic
def end_representation(*, actor: Actor, representation: Representation) -> None:
    """Either the representative or whoever answers for the organisation ends it; also how one says no.

    When the one who answered goes, the others are told that they may take it on.
    """
    with somebody_can_still_give():
        _hold_still(representation.organisation)
        locked = _locked(representation, still_here=False)
        if locked.ends is not None:
            return
        locked.ends = timezone.localdate()
        locked.save(update_fields=["ends"])
        record(actor=actor, verb="people.representation_ended", about=locked)
        if locked.answers_for_it:
            _tell_the_others(locked.organisation)


def _refuse_handing_powers(actor: Actor, representation: Representation) -> None:
    """Answering for an organisation brings its powers, so it takes somebody else who may give them."""
    giver, organisation = actor.person, representation.organisation
    if giver is None or not organisation.grants.filter(still_to_end(timezone.localdate())).exists():
        return
    may = answers_for(giver, organisation) or GIVING in powers_of(giver)
    if giver == representation.person or not may:
        raise ActionRefused(
            _("This organisation holds powers: somebody else who may give powers has to do this.")
        )


def _tell_the_others(organisation: Organisation) -> None:
    for other in representatives_of(organisation).filter(begins__isnull=False):
        tell_nobody_answers(organisation, other.person)


def _make(organisation: Organisation, person: Person, role_cy: str, role_en: str) -> Representation:
    _hold_still(organisation)
    refuse_unless_able(person)
    if organisation.representations.filter(person=person, ends__isnull=True).exists():
        raise ActionRefused(_("This person has been asked already, or acts for the organisation."))
    return Representation.objects.create(
        organisation=organisation, person=person, role_cy=role_cy, role_en=role_en
    )


def _hold_still(organisation: Organisation) -> None:
    """All that decides who acts for one organisation happens one after another."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _locked(representation: Representation, *, still_here: bool = True) -> Representation:
    Representation.objects.select_for_update().get(pk=representation.pk)
    locked = Representation.objects.select_related("person", "organisation").get(pk=representation.pk)
    if still_here and locked.ends is not None:
        raise ActionRefused(_("This person no longer acts for the organisation."))
    return locked
