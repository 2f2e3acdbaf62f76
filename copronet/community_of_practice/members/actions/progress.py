"""Members are asked how it is going, reminded once, and let be; and they tell, in whichever way they like."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.models import Person, Support
from copronet.community_of_practice.members.choices import About, Going, PromiseState
from copronet.community_of_practice.members.emails import tell_asked
from copronet.community_of_practice.members.models import Asking, Membership, ProgressNote, Promise
from copronet.community_of_practice.members.queries import promise_of

from .promises import settle

SETTLES = {Going.KEPT: PromiseState.KEPT, Going.LET_GO: PromiseState.LET_GO}


@transaction.atomic
def ask(
    *, actor: Actor, membership: Membership, about: About, promise: Promise | None = None, today: date
) -> Asking:
    """Ask a member how it is going, by letters to those who speak for them."""
    asking = Asking.objects.create(membership=membership, about=about, promise=promise, asked_on=today)
    record(actor=actor, verb="members.asked", about=asking)
    tell_asked(asking)
    return asking


@transaction.atomic
def remind(*, actor: Actor, asking: Asking, today: date) -> None:
    """Ask once more. Asking twice the same day, or after an answer, does nothing."""
    locked = Asking.objects.select_for_update().get(pk=asking.pk)
    if locked.answered_at or locked.reminded_on or locked.let_be_on:
        return
    locked.reminded_on = today
    locked.save(update_fields=["reminded_on"])
    record(actor=actor, verb="members.reminded", about=locked)
    tell_asked(locked, again=True)


@transaction.atomic
def let_be(*, actor: Actor, asking: Asking, today: date) -> None:
    """No answer came: ask no more this time. Nothing else follows from it."""
    locked = Asking.objects.select_for_update().get(pk=asking.pk)
    if locked.answered_at or locked.let_be_on:
        return
    locked.let_be_on = today
    locked.save(update_fields=["let_be_on"])
    record(actor=actor, verb="members.let_be", about=locked)


@transaction.atomic
def tell_progress(
    *,
    actor: Actor,
    membership: Membership,
    about: About,
    asking: Asking | None = None,
    given: str = Support.Agreed.ONLINE,
    key: UUID | None = None,
    **said: Any,
) -> ProgressNote:
    """Keep what a member says: ``going``, ``words`` and their ``language``, ``link``, ``picture``, ``is_shared``.

    A promise said to be kept or let go is settled by it, if it is still under way; an answer to a letter is about
    the promise of that letter. An open asking is answered by it; one that was answered
    before is refused, so that a link in a letter does one thing once.
    """
    once(key)
    Membership.objects.select_for_update().get(pk=membership.pk)
    promise = asking.promise if asking else promise_of(membership) if about is About.PROMISE else None
    asking = _answered(membership, about, asking)
    note = ProgressNote.objects.create(
        membership=membership,
        about=about,
        promise=promise or (asking.promise if asking else None),
        asking=asking,
        given=given,
        entered_by=_typed_by(actor),
        **said,
    )
    if promise and promise.state == PromiseState.MADE and note.going in SETTLES:
        settle(promise, SETTLES[Going(note.going)])
    record(actor=actor, verb="members.progress_told", about=note, key=key)
    return note


@transaction.atomic
def add_words(*, actor: Actor, note: ProgressNote, words: str, language: str, is_shared: bool) -> None:
    """Put a few words to an answer that was given by one tap. Words once there are not written over."""
    locked = ProgressNote.objects.select_for_update().get(pk=note.pk)
    if locked.words:
        raise ActionRefused(_("You have told us already. Thank you."))
    locked.words, locked.language, locked.is_shared = words, language, is_shared
    locked.save(update_fields=["words", "language", "is_shared"])
    record(actor=actor, verb="members.progress_told", about=locked)


@transaction.atomic
def share(*, actor: Actor, note: ProgressNote, is_shared: bool) -> None:
    """Let others read what was told, or no longer."""
    locked = ProgressNote.objects.select_for_update().get(pk=note.pk)
    if locked.is_shared != is_shared:
        locked.is_shared = is_shared
        locked.save(update_fields=["is_shared"])
        record(actor=actor, verb="members.sharing_chosen", about=locked)


def _answered(membership: Membership, about: About, asking: Asking | None) -> Asking | None:
    """The asking that is answered now, noted as such: the one given, or whichever is open."""
    askings = Asking.objects.select_for_update().filter(membership=membership, about=about)
    open_now = askings.filter(answered_at__isnull=True, let_be_on__isnull=True)
    found = askings.get(pk=asking.pk) if asking else open_now.first()
    if found is None:
        return None
    if found.answered_at:
        raise ActionRefused(_("This has been answered already. Thank you."))
    found.answered_at = timezone.now()
    found.save(update_fields=["answered_at"])
    return found


def _typed_by(actor: Actor) -> Person | None:
    """Whoever types for somebody else; nobody where members write for themselves."""
    return actor.person if actor.for_person else None
