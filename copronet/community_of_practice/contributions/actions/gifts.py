"""Giving: promised, given, confirmed by whoever received it, or let go. Confirming writes the ledger."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor, once, record
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.contributions.choices import (
    GIFT_MOVES,
    EntryKind,
    GiftKind,
    GiftState,
    Purpose,
    Unit,
    Why,
)
from copronet.community_of_practice.contributions.emails import (
    tell_confirmed,
    tell_declined,
    tell_pledge_due,
    tell_to_confirm,
)
from copronet.community_of_practice.contributions.models import FeePart, Gift, Party
from copronet.community_of_practice.contributions.queries import pledges_past_their_day, stands_for

from .credits import hold_time_of, settle_red, spend_from
from .ledger import Move, account_of, reverse_entry, write_entry


@transaction.atomic
def promise_gift(
    *,
    actor: Actor,
    giver: Party,
    receiver: Party | None = None,
    kind: str,
    what: str,
    day: date,
    minutes: int | None = None,
    value: int | None = None,
    fee_part: FeePart | None = None,
    key: UUID | None = None,
) -> Gift:
    """Say that something will be given on a day. Minutes for time, pence for money and for a stated value."""
    once(key)
    gift = _make(
        giver=giver,
        receiver=receiver,
        kind=kind,
        what=what,
        day=day,
        minutes=minutes,
        value=value,
        fee_part=fee_part,
    )
    record(actor=actor, verb="contributions.gift_promised", about=gift, key=key)
    return gift


@transaction.atomic
def record_gift(
    *,
    actor: Actor,
    giver: Party,
    receiver: Party | None = None,
    kind: str,
    what: str,
    day: date,
    minutes: int | None = None,
    value: int | None = None,
    fee_part: FeePart | None = None,
    key: UUID | None = None,
) -> Gift:
    """Say that something has been given; whoever received it is asked to confirm. Refuses a day to come."""
    once(key)
    _refuse_day_to_come(day)
    gift = _make(
        giver=giver,
        receiver=receiver,
        kind=kind,
        what=what,
        day=day,
        minutes=minutes,
        value=value,
        fee_part=fee_part,
    )
    gift.state = GiftState.GIVEN
    gift.save(update_fields=["state"])
    record(actor=actor, verb="contributions.gift_given", about=gift, key=key)
    tell_to_confirm(gift)
    return gift


@transaction.atomic
def record_agreed_time(
    *, actor: Actor, giver: Party, receiver: Party, what: str, day: date, minutes: int
) -> Gift:
    """Both sides have said, each for themselves, that this time was given: it goes into the ledger at once.

    Where the ledger does not take it now, it waits for whoever received it to confirm it.
    """
    gift = _make(
        giver=giver,
        receiver=receiver,
        kind=GiftKind.TIME,
        what=what,
        day=day,
        minutes=minutes,
        value=None,
        fee_part=None,
    )
    gift.state = GiftState.GIVEN
    gift.save(update_fields=["state"])
    record(actor=actor, verb="contributions.gift_given", about=gift)
    try:
        with transaction.atomic():
            return confirm_gift(actor=actor, gift=gift)
    except ActionRefused:
        tell_to_confirm(gift)
        return gift


@transaction.atomic
def say_given(*, actor: Actor, gift: Gift, day: date) -> Gift:
    """A promise has been kept, on that day."""
    _refuse_day_to_come(day)
    locked = _moved(gift, GiftState.GIVEN, day=day)
    record(actor=actor, verb="contributions.gift_given", about=locked)
    tell_to_confirm(locked)
    return locked


@transaction.atomic
def confirm_gift(*, actor: Actor, gift: Gift) -> Gift:
    """Whoever received it says so, and it goes into the ledger. Nobody confirms their own."""
    _refuse_own(actor, gift)
    locked = _moved(gift, GiftState.CONFIRMED)
    hold_time_of(locked.giver, locked.receiver)
    if locked.kind == GiftKind.TIME:
        spend_from(locked.receiver, locked.minutes or 0)
    write_entry(kind=EntryKind.GIFT, happened_on=locked.day, moves=_moves(locked), gift=locked)
    record(actor=actor, verb="contributions.gift_confirmed", about=locked)
    tell_confirmed(locked)
    if locked.kind == GiftKind.TIME:
        settle_red(locked.giver)
        settle_red(locked.receiver)
    return locked


@transaction.atomic
def decline_gift(*, actor: Actor, gift: Gift, word: str) -> Gift:
    """Whoever was to confirm it says why not; the giver is told."""
    _refuse_own(actor, gift)
    locked = _moved(gift, GiftState.DECLINED, word=word)
    record(actor=actor, verb="contributions.gift_declined", about=locked)
    tell_declined(locked)
    return locked


@transaction.atomic
def forgive_gift(*, actor: Actor, gift: Gift) -> Gift:
    """A promise is let go, and nothing more is asked."""
    _refuse_own(actor, gift)
    locked = _moved(gift, GiftState.FORGIVEN)
    record(actor=actor, verb="contributions.gift_forgiven", about=locked)
    return locked


@transaction.atomic
def reverse_gift(*, actor: Actor, gift: Gift, why: str) -> Gift:
    """A gift that went into the ledger by mistake is taken back out, beside what was written."""
    _refuse_own(actor, gift)
    locked = _moved(gift, GiftState.REVERSED)
    reverse_entry(entry=locked.entries.get(reverses__isnull=True), why=Why(why))
    record(actor=actor, verb="contributions.gift_reversed", about=locked)
    return locked


def remind_of_pledges(*, on: date | None = None) -> int:
    """The daily task: write once to whoever promised something for a day gone by. Gives how many."""
    waiting = list(pledges_past_their_day(on or timezone.localdate()).values_list("pk", flat=True))
    return sum(_remind(key) for key in waiting)


@transaction.atomic
def _remind(key: int) -> bool:
    gift = Gift.objects.select_for_update(of=("self",)).get(pk=key)
    if gift.state != GiftState.PLEDGED or gift.reminded_at is not None:
        return False  # done by another worker, or kept, in the meantime
    gift.reminded_at = timezone.now()
    gift.save(update_fields=["reminded_at"])
    record(actor=CLOCKWORK, verb="contributions.pledge_reminded", about=gift)
    tell_pledge_due(gift)
    return True


def _make(
    *,
    giver: Party,
    receiver: Party | None,
    kind: str,
    what: str,
    day: date,
    minutes: int | None,
    value: int | None,
    fee_part: FeePart | None,
) -> Gift:
    _refuse_what_cannot_be(giver, receiver, kind, minutes, value)
    in_kind = kind not in (GiftKind.TIME, GiftKind.MONEY)
    sides = _side("giver", giver) | (_side("receiver", receiver) if receiver is not None else {})
    return Gift.objects.create(
        **sides,
        kind=kind,
        minutes=minutes if kind == GiftKind.TIME else None,
        value=None if kind == GiftKind.TIME else value,
        counts_as_match=bool(in_kind and value and receiver is None),
        what=what,
        language=reading_language(),
        day=day,
        fee_part=fee_part,
    )


def _side(name: str, party: Party) -> dict[str, Party]:
    return {f"{name}_{'person' if isinstance(party, Person) else 'organisation'}": party}


def _refuse_what_cannot_be(
    giver: Party, receiver: Party | None, kind: str, minutes: int | None, value: int | None
) -> None:
    if receiver is not None and giver == receiver:
        raise ActionRefused(_("Nobody gives to themselves. Choose somebody else, or the network."))
    if kind == GiftKind.TIME and value is not None:
        raise ActionRefused(_("Nobody's hour has a price here: leave the value empty for time."))
    if kind == GiftKind.TIME and (minutes or 0) <= 0:
        raise ActionRefused(_("Write how long it took: more than nothing."))
    if (kind == GiftKind.MONEY and (value or 0) <= 0) or (value is not None and value <= 0):
        raise ActionRefused(_("Write an amount of more than nothing."))
    if kind == GiftKind.MONEY and receiver is not None:
        raise ActionRefused(_("Money is given to the network. Members give each other time and things."))


def _refuse_day_to_come(day: date) -> None:
    if day > timezone.localdate():
        raise ActionRefused(_("This day is still to come. Promise it instead, and say so once it is given."))


def _refuse_own(actor: Actor, gift: Gift) -> None:
    if actor.person is not None and stands_for(actor.person, gift.giver):
        raise ActionRefused(_("Nobody settles what they gave themselves. Ask whoever received it."))


def _moved(gift: Gift, to: GiftState, **values: object) -> Gift:
    """Hold the gift and move it on. Refused where it does not stand so that it could go there."""
    locked = Gift.objects.select_for_update(of=("self",)).get(pk=gift.pk)
    if to not in GIFT_MOVES[GiftState(locked.state)]:
        raise ActionRefused(_("This has been settled already."))
    locked.state = to
    for name, value in values.items():
        setattr(locked, name, value)
    locked.save(update_fields=["state", *values])
    return locked


def _moves(gift: Gift) -> list[Move]:
    """What a gift moves, from the giver to the receiver, in each unit it counts in."""
    if gift.kind == GiftKind.TIME:
        return [_move(gift, Unit.MINUTES, gift.minutes or 0)]
    if gift.kind == GiftKind.MONEY:
        source = account_of(gift.giver, Purpose.GIVEN, Unit.PENCE)
        return [Move(source, account_of(None, Purpose.BANK, Unit.PENCE), gift.value or 0)]
    things = [_move(gift, Unit.THINGS, 1)]
    return [*things, _move(gift, Unit.IN_KIND, gift.value)] if gift.value else things


def _move(gift: Gift, unit: Unit, amount: int) -> Move:
    receiver = gift.receiver
    purpose = Purpose.RECEIVED if receiver is None else Purpose.GIVEN
    return Move(account_of(gift.giver, Purpose.GIVEN, unit), account_of(receiver, purpose, unit), amount)
