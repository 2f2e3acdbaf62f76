"""Writing in the ledger: the parts of deeds that move something. The deed itself records who did it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.contributions.choices import EntryKind, Purpose, Unit, Why
from copronet.community_of_practice.contributions.models import Account, Entry, Movement, Party


@dataclass(frozen=True)
class Move:
    """An amount about to go from one account to another of the same unit."""

    source: Account
    target: Account
    amount: int


def account_of(party: Party | None, purpose: Purpose, unit: Unit) -> Account:
    """The account of that party, or of the network, made at first need; two at once make one."""
    holder: dict[str, Any] = {"person": None, "organisation": None}
    if party is not None:
        holder["person" if isinstance(party, Person) else "organisation"] = party
    account, _made = Account.objects.get_or_create(**holder, purpose=purpose, unit=unit)
    return account


@transaction.atomic
def write_entry(
    *, kind: EntryKind, happened_on: date, moves: Sequence[Move], key: UUID | None = None, **about: Any
) -> Entry:
    """Write one deed. ``about`` names its gift, invoice or payment. Refuses a day that is still to come."""
    if happened_on > timezone.localdate():
        raise ActionRefused(_("This day is still to come."))
    entry = Entry.objects.create(kind=kind, happened_on=happened_on, key=key, **about)
    for move in moves:
        Movement.objects.create(
            entry=entry,
            from_account=move.source,
            to_account=move.target,
            amount=move.amount,
            unit=move.source.unit,
        )
    return entry


@transaction.atomic
def reverse_entry(*, entry: Entry, why: Why) -> Entry:
    """Write the opposite of an entry beside it, today, with the reason. Refused for what is reversed already."""
    if entry.reverses_id or Entry.objects.filter(reverses=entry).exists():
        raise ActionRefused(_("This has been put right already."))
    reversal = Entry.objects.create(
        kind=EntryKind.REVERSAL,
        why=why,
        happened_on=timezone.localdate(),
        reverses=entry,
        gift=entry.gift,
        invoice=entry.invoice,
        payment=entry.payment,
    )
    for movement in entry.movements.all():
        Movement.objects.create(
            entry=reversal,
            from_account_id=movement.to_account_id,
            to_account_id=movement.from_account_id,
            amount=movement.amount,
            unit=movement.unit,
            reverses=movement,
        )
    return reversal
