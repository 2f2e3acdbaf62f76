"""Making a promise, and changing one for another with the reason."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.places.models import Area
from copronet.common_ground.search.actions import keep_record
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.members.choices import PromiseState, State
from copronet.community_of_practice.members.models import Membership, Promise
from copronet.community_of_practice.members.queries import promise_of


@transaction.atomic
def make_promise(
    *,
    actor: Actor,
    membership: Membership,
    due: date,
    words_cy: str = "",
    words_en: str = "",
    area: Area | None = None,
    themes: Iterable[Theme] = (),
    is_shared: bool = True,
    key: UUID | None = None,
) -> Promise:
    """Write down what a member will do, and by when.

    While the membership is still being filled in, the promise is simply written anew; afterwards a promise
    under way has to be changed, kept or let go before the next is made. Whoever joins again and promises
    something else changes the promise of their first time, which stays to be read.
    """
    once(key)
    locked = Membership.objects.select_for_update().get(pk=membership.pk)
    promise = promise_of(locked)
    if promise and locked.state != State.BEGUN:
        raise ActionRefused(_("There is a promise under way. Say how it is going, or change it."))
    former = promise if promise and _is_of_the_time_before(promise, locked, (words_cy, words_en)) else None
    if former:
        promise = None
        settle(former, PromiseState.CHANGED)
    promise = promise or Promise(membership=locked, made_on=timezone.localdate(), replaces=former)
    promise.words_cy, promise.words_en = words_cy, words_en
    promise.due, promise.area, promise.is_shared = due, area, is_shared
    promise.save()
    promise.themes.set(themes)
    keep_record(promise)  # found by its themes too
    record(actor=actor, verb="members.promised", about=promise, key=key)
    return promise


def _is_of_the_time_before(promise: Promise, membership: Membership, words: tuple[str, str]) -> bool:
    """Whether it was made before they began to join again, and says something else."""
    return promise.made_on < membership.since and (promise.words_cy, promise.words_en) != words


@transaction.atomic
def change_promise(
    *,
    actor: Actor,
    promise: Promise,
    due: date,
    reason: str,
    words_cy: str = "",
    words_en: str = "",
    is_shared: bool = True,
    key: UUID | None = None,
) -> Promise:
    """Put another promise in its place. The former one stays to be read, with the reason it changed."""
    once(key)
    former = settle(promise, PromiseState.CHANGED, reason=reason)
    changed = Promise.objects.create(
        membership=former.membership,
        words_cy=words_cy,
        words_en=words_en,
        due=due,
        area=former.area,
        is_shared=is_shared,
        made_on=timezone.localdate(),
        replaces=former,
    )
    changed.themes.set(former.themes.all())
    keep_record(changed)
    record(actor=actor, verb="members.promise_changed", about=changed, key=key)
    return changed


def settle(promise: Promise, state: PromiseState, *, reason: str = "") -> Promise:
    """Note that a promise under way was kept, changed or let go: part of the deed that says so."""
    locked = Promise.objects.select_for_update().get(pk=promise.pk)
    if locked.state != PromiseState.MADE:
        raise ActionRefused(_("This promise is no longer under way."))
    locked.state, locked.settled_on, locked.reason = state, timezone.localdate(), reason
    locked.save(update_fields=["state", "settled_on", "reason"])
    return locked
