"""Choosing a fee on the sliding scale, in any mix, or none without having to say why."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor, once, record
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.contributions.choices import FeeState, PartKind
from copronet.community_of_practice.contributions.emails import tell_fee_open
from copronet.community_of_practice.contributions.models import Band, Fee, FeePart, Party
from copronet.community_of_practice.contributions.queries import (
    bands_today,
    fee_of,
    fees_to_ask_after,
    invoiced_for,
    part_of,
    scale_of,
    standing_of,
)
from copronet.engines.sliding_scale import reckon


@transaction.atomic
def agree_fee(
    *,
    actor: Actor,
    party: Party,
    band: Band,
    pence: int = 0,
    minutes: int = 0,
    share: int = 0,
    words: str = "",
    begins: date | None = None,
    key: UUID | None = None,
) -> Fee:
    """Say what a member gives for a year: pence, minutes, and something else for a share in percent.

    Chosen anew, it replaces what was said for that year, as long as nothing has come of it. Refused for less
    than the lowest fee of the band.
    """
    once(key)
    _hold(party)
    if not bands_today(party).filter(pk=band.pk).exists():
        raise ActionRefused(_("This band is not one that you can choose today."))
    parts = _parts(pence, minutes, share, words)
    _refuse_too_little(band, parts)
    fee = _fee_for(party, begins)
    fee.band, fee.waived = band, False
    fee.save()
    for part in parts:
        part.fee = fee
        part.save()
    record(actor=actor, verb="contributions.fee_agreed", about=fee, key=key)
    return fee


@transaction.atomic
def waive_fee(*, actor: Actor, party: Party, begins: date | None = None, key: UUID | None = None) -> Fee:
    """Nothing is asked of a member for a year. Nobody has to say why, and nowhere is it kept."""
    once(key)
    _hold(party)
    fee = _fee_for(party, begins)
    fee.band, fee.waived = None, True
    fee.save()
    record(actor=actor, verb="contributions.fee_waived", about=fee, key=key)
    return fee


def _hold(party: Party) -> None:
    """One at a time for each party: two at once make one fee."""
    model = Person if isinstance(party, Person) else Organisation
    model._base_manager.select_for_update(of=("self",)).get(pk=party.pk)


def _parts(pence: int, minutes: int, share: int, words: str) -> list[FeePart]:
    if min(pence, minutes, share) < 0:
        raise ActionRefused(_("Nobody gives less than nothing."))
    parts = []
    if pence:
        parts.append(FeePart(kind=PartKind.MONEY, pence=pence))
    if minutes:
        parts.append(FeePart(kind=PartKind.TIME, minutes=minutes))
    if share:
        parts.append(FeePart(kind=PartKind.IN_KIND, share=min(share, 100), words=words))
    return parts


def _refuse_too_little(band: Band, parts: list[FeePart]) -> None:
    try:
        reckoning = reckon(scale_of(band), [part_of(part) for part in parts])
    except ValueError as slip:
        raise ActionRefused(
            _("This band cannot be given in that. Choose another mix, or another band.")
        ) from slip
    if not reckoning.is_enough:
        raise ActionRefused(
            _(
                "This covers %(percent)s%% of the lowest fee of the band. Give a little more of something, choose"
                " another band, or choose to give nothing this year."
            )
            % {"percent": int(reckoning.at_least * 100)}
        )


def _fee_for(party: Party, begins: date | None) -> Fee:
    """The fee of that year, emptied; or a new one, which begins where the last one ends, or today."""
    day = begins or timezone.localdate()
    known = fee_of(party, on=day)
    if known is None:
        side = "person" if isinstance(party, Person) else "organisation"
        return Fee(**{side: party}, begins=day, ends=_a_year_after(day))
    if invoiced_for(known) or (standing_of(known).state in (FeeState.BEGUN, FeeState.SETTLED) and known.band):
        raise ActionRefused(
            _("Something has come of this year's fee already. Ask the staff, who can put it right with you.")
        )
    known.parts.all().delete()
    return Fee.objects.get(pk=known.pk)


def _a_year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # the 29th of February
        return date(day.year + 1, 3, 1)


def remind_of_fees(*, on: date | None = None) -> int:
    """The daily task: write once to whoever has something of their year's fee still open. Gives how many."""
    today = on or timezone.localdate()
    return sum(_remind(fee.pk, today) for fee in fees_to_ask_after(today))


@transaction.atomic
def _remind(key: int, today: date) -> bool:
    fee = Fee.objects.select_for_update(of=("self",)).get(pk=key)
    if fee.waived or fee.reminded_on is not None:
        return False  # done by another worker, or waived, in the meantime
    fee.reminded_on = today
    fee.save(update_fields=["reminded_on"])
    record(actor=CLOCKWORK, verb="contributions.fee_reminded", about=fee)
    tell_fee_open(fee)
    return True
