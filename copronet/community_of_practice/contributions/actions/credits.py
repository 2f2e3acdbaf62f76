"""Time credits: whether hours received count against hours given, spending them, and the letter in the red."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.community_of_practice.contributions.choices import EntryKind, Purpose, Unit
from copronet.community_of_practice.contributions.emails import tell_in_the_red
from copronet.community_of_practice.contributions.models import Account, Entry, Party, RedLetter, TimeCredits
from copronet.community_of_practice.contributions.queries import minutes_in_hand, time_credits

from .ledger import Move, account_of, write_entry


@transaction.atomic
def settle_time_credits(
    *,
    actor: Actor,
    can_be_spent: bool,
    letter_at: int,
    limit: int | None,
    begins: date,
    key: UUID | None = None,
) -> TimeCredits:
    """Settle from a day on whether credits can be spent; minutes below nought for a letter, and for the limit."""
    once(key)
    if limit is not None and letter_at >= limit:
        raise ActionRefused(_("The letter has to come before the limit."))
    settled = TimeCredits.objects.create(
        can_be_spent=can_be_spent, letter_at=letter_at, limit=limit, begins=begins
    )
    record(actor=actor, verb="contributions.credits_settled", about=settled, key=key)
    return settled


@transaction.atomic
def spend_credits(*, actor: Actor, party: Party, minutes: int, day: date, key: UUID | None = None) -> Entry:
    """A member receives something of the network's for their time credits. Refused past the limit."""
    once(key)
    settled = time_credits()
    if settled is None or not settled.can_be_spent:
        raise ActionRefused(_("The network has not settled that time credits can be spent."))
    if minutes <= 0:
        raise ActionRefused(_("Write how long it took: more than nothing."))
    hold_time_of(party)
    spend_from(party, minutes)
    source = account_of(None, Purpose.RECEIVED, Unit.MINUTES)
    target = account_of(party, Purpose.GIVEN, Unit.MINUTES)
    entry = write_entry(kind=EntryKind.SPENT, happened_on=day, moves=[Move(source, target, minutes)], key=key)
    record(actor=actor, verb="contributions.credits_spent", about=entry, key=key)
    settle_red(party)
    return entry


def spend_from(party: Party | None, minutes: int) -> None:
    """Refuse what would take a party, held still, past the limit; nothing where credits are not spent."""
    settled = time_credits()
    if party is None or settled is None or not settled.can_be_spent or settled.limit is None:
        return
    if minutes_in_hand(party) - minutes < -settled.limit:
        raise ActionRefused(
            _("That would be more time than the network agreed anybody receives beyond what they give.")
        )


def settle_red(party: Party | None) -> None:
    """Write to a party that has come into the red, once; when it is out again, a later time is a new one."""
    settled = time_credits()
    if party is None or settled is None or not settled.can_be_spent:
        return
    account = _hold(party)
    in_hand = minutes_in_hand(party)
    if in_hand >= 0:
        RedLetter.objects.filter(account=account, ended_at__isnull=True).update(ended_at=timezone.now())
    elif in_hand <= -settled.letter_at:
        _letter, is_first = RedLetter.objects.get_or_create(account=account, ended_at=None)
        if is_first:
            tell_in_the_red(party)


def hold_time_of(*parties: Party | None) -> None:
    """Hold the time accounts of all these parties, always in one order, so that no two deeds wait for each other."""
    known = [party for party in parties if party is not None]
    for party in sorted(known, key=lambda each: (type(each).__name__, each.pk)):
        _hold(party)


def _hold(party: Party) -> Account:
    """One at a time for each party: two at once cannot both take what is left."""
    account = account_of(party, Purpose.GIVEN, Unit.MINUTES)
    return Account.objects.select_for_update(of=("self",)).get(pk=account.pk)
