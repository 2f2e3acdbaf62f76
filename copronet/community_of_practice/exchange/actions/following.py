"""What came of an introduction: both sides say, once; hours both remember go into the ledger."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor, record
from copronet.community_of_practice.contributions.actions.gifts import record_agreed_time
from copronet.community_of_practice.exchange.choices import Happened, Kind
from copronet.community_of_practice.exchange.emails import ask_what_came, tell_thanked
from copronet.community_of_practice.exchange.models import Suggestion

LONGEST_WHAT = 200


@transaction.atomic
def follow_up(*, actor: Actor, suggestion: Suggestion, today: date) -> None:
    """Ask both sides once what came of it."""
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if locked.asked_on is None:
        locked.asked_on = today
        locked.save(update_fields=["asked_on"])
        record(actor=actor, verb="exchange.followed_up", about=locked)
        ask_what_came(locked)


@transaction.atomic
def tell_what_came(
    *,
    actor: Actor,
    suggestion: Suggestion,
    side: Kind,
    happened: Happened,
    minutes: int | None = None,
    thanks: str = "",
) -> Suggestion:
    """One side says whether it happened and how long it took; whoever asked may thank.

    Once both say that it happened and for how long, the shorter of the two times goes into the ledger.
    """
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if locked.introduced_on is None:
        raise ActionRefused(_("You have not been introduced yet."))
    if getattr(locked, f"{side.value}_happened"):
        raise ActionRefused(_("You have told us already. Thank you."))
    setattr(locked, f"{side.value}_happened", happened)
    setattr(locked, f"{side.value}_minutes", minutes if happened == Happened.YES else None)
    if side == Kind.REQUEST:
        locked.thanks = thanks.strip()
    locked.save()
    record(actor=actor, verb="exchange.told", about=locked)
    if locked.thanks and side == Kind.REQUEST:
        tell_thanked(locked)
    _keep_hours(locked)
    return locked


def _keep_hours(suggestion: Suggestion) -> None:
    agreed = [suggestion.offer_minutes, suggestion.request_minutes]
    if not all(agreed) or suggestion.gift_id:
        return
    giver, receiver = suggestion.offer.party, suggestion.request.party
    suggestion.gift = record_agreed_time(
        actor=CLOCKWORK,
        giver=giver,
        receiver=receiver,
        what=suggestion.offer.what.text[:LONGEST_WHAT],
        day=timezone.localdate(),
        minutes=min(minutes for minutes in agreed if minutes),
    )
    suggestion.save(update_fields=["gift"])
