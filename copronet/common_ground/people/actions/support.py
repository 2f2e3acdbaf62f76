"""Asking somebody to act for you, agreeing, and ending it in one step by either."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.journal.queries import deeds_about
from copronet.common_ground.people.emails import (
    tell_asked_to_support,
    tell_support_began,
    tell_support_ended,
)
from copronet.common_ground.people.models import Person, Support, SupportMatter
from copronet.common_ground.people.queries import person_named, still_to_end

from .offices import refuse_unless_able

ASKS_A_DAY = 5


@transaction.atomic
def ask_support(
    *,
    actor: Actor,
    supported: Person,
    address: str,
    matters: Collection[str] = (),
    scope: str = "",
    ends: date | None = None,
    key: UUID | None = None,
) -> Support | None:
    """Ask whoever has this e-mail address to act for somebody. Nothing may be done by it until they agree.

    ``matters`` are the rooms it is for (`people.registry.add_matter`), none for anything; ``scope`` is what else
    they agreed, in their own words. ``ends`` is the first day on which it no longer holds; without one it
    holds until either ends it.
    Whether anybody has the address is not for the asker to know: the journal, the count of the day and what
    is refused are the same either way. Gives None where nobody could be asked.
    """
    once(key)
    refuse_unless_able(supported)
    supporter = person_named(address)
    if supporter == supported:
        raise ActionRefused(_("Nobody acts for themselves in this way: choose another person."))
    refuse_asking_often("people.support_asked", about=supported)
    record(actor=actor, verb="people.support_asked", about=supported, key=key)
    return _ask(supported, supporter, matters, scope=scope, ends=ends) if supporter else None


def _ask(supported: Person, supporter: Person, matters: Collection[str], **agreed: Any) -> Support | None:
    try:
        with transaction.atomic():
            support = _make(supported, supporter, matters, agreed=Support.Agreed.ONLINE, **agreed)
    except ActionRefused:
        return None  # as if nobody had the address
    tell_asked_to_support(support)
    return support


def refuse_asking_often(verb: str, *, about: Model, times: int = ASKS_A_DAY) -> None:
    """Each asking may write a letter; nobody sends many in a day."""
    since = timezone.now() - timedelta(days=1)
    if deeds_about(about, verb).filter(at__gte=since).count() >= times:
        raise ActionRefused(_("You have asked often today. Please try again tomorrow."))


@transaction.atomic
def record_support(
    *,
    actor: Actor,
    supported: Person,
    supporter: Person,
    agreed: str,
    matters: Collection[str] = (),
    scope: str = "",
    ends: date | None = None,
) -> Support:
    """Staff write down what two people agreed on paper, by phone or in person. Both are told.

    Refused for staff who would write themselves in as the supporter.
    """
    if actor.person == supporter:
        raise ActionRefused(_("A colleague has to record that somebody asks you to act for them."))
    support = _make(supported, supporter, matters, agreed=agreed, scope=scope, ends=ends)
    support.begins = timezone.localdate()
    support.save(update_fields=["begins"])
    record(actor=actor, verb="people.support_begun", about=support)
    tell_support_began(support)
    return support


@transaction.atomic
def agree_support(*, actor: Actor, support: Support) -> None:
    """The one who was asked says yes: from today they may act."""
    locked = _locked(support)
    if locked.supporter != actor.person:
        raise ActionRefused(_("Only the person who was asked can say yes."))
    if locked.begins is not None:
        return
    if locked.ends is not None and locked.ends <= timezone.localdate():
        raise ActionRefused(_("This was asked until a day that has passed. It can be asked anew."))
    refuse_unless_able(locked.supporter)
    refuse_unless_able(locked.supported)
    locked.begins = timezone.localdate()
    locked.save(update_fields=["begins"])
    record(actor=actor, verb="people.support_begun", about=locked)
    tell_support_began(locked)


@transaction.atomic
def end_support(*, actor: Actor, support: Support) -> None:
    """Either of the two, or staff, ends it; also how one says no. Ending it twice does nothing."""
    locked = _locked(support)
    today = timezone.localdate()
    if locked.ends is not None and locked.ends <= today:
        return
    locked.ends = today
    locked.save(update_fields=["ends"])
    record(actor=actor, verb="people.support_ended", about=locked)
    tell_support_ended(locked, by=actor.person)


def _make(
    supported: Person,
    supporter: Person,
    matters: Collection[str],
    *,
    agreed: str,
    scope: str,
    ends: date | None,
) -> Support:
    list(Person.objects.select_for_update().filter(pk__in=[supported.pk, supporter.pk]).order_by("pk"))
    today = timezone.localdate()
    if supported == supporter:
        raise ActionRefused(_("Nobody acts for themselves in this way: choose another person."))
    if ends is not None and ends <= today:
        raise ActionRefused(_("Give a day to come, or none."))
    refuse_unless_able(supporter)
    refuse_unless_able(supported)
    if Support.objects.filter(still_to_end(today), supported=supported, supporter=supporter).exists():
        raise ActionRefused(_("This has been asked or agreed already."))
    support = Support.objects.create(
        supported=supported, supporter=supporter, agreed=agreed, scope=scope, ends=ends
    )
    SupportMatter.objects.bulk_create(SupportMatter(support=support, room=room) for room in matters)
    return support


def _locked(support: Support) -> Support:
    Support.objects.select_for_update().get(pk=support.pk)
    return Support.objects.select_related("supported", "supporter").get(pk=support.pk)
