"""Suggesting an offer and a request to each other, and passing contact on once both have said yes."""

from collections import defaultdict
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.exchange.choices import Kind, YesNo
from copronet.community_of_practice.exchange.emails import sides_of, tell_introduced, tell_suggested
from copronet.community_of_practice.exchange.models import Offer, Request, Suggestion
from copronet.community_of_practice.exchange.queries.pairing import found_today, reasons_of

Told = dict[Person | Organisation, list[tuple[Suggestion, Kind]]]


@transaction.atomic
def suggest_partners(*, actor: Actor, today: date) -> list[Suggestion]:
    """Make the day's suggestions, and write to each side once about all that are new to it."""
    made: list[Suggestion] = []
    told: Told = defaultdict(list)
    for found in found_today(today):
        suggestion, is_new = Suggestion.objects.get_or_create(
            offer_id=found.offer,
            request_id=found.request,
            defaults={"reasons": found.reasons, "made_on": today},
        )
        if is_new:
            record(actor=actor, verb="exchange.suggested", about=suggestion)
            made.append(suggestion)
            for side in Kind:
                told[sides_of(suggestion, side)[0].party].append((suggestion, side))
    for party, suggestions in told.items():
        tell_suggested(party, suggestions)
    return made


@transaction.atomic
def propose(*, actor: Actor, offer: Offer, request: Request, by: Kind | None = None) -> Suggestion:
    """Suggest a pair by hand. Where ``by`` is a side, it was that side's own idea, and its yes is given."""
    if offer.party == request.party:
        raise ActionRefused(_("These are of the same person or organisation."))
    today = timezone.localdate()
    suggestion, is_new = Suggestion.objects.get_or_create(
        offer=offer,
        request=request,
        defaults={"reasons": reasons_of(offer, request, today), "made_on": today},
    )
    if not is_new and not suggestion.is_open:
        raise ActionRefused(_("These two have been suggested to each other before."))
    if is_new:
        record(actor=actor, verb="exchange.suggested", about=suggestion)
        for side in Kind:
            if side != by:
                tell_suggested(sides_of(suggestion, side)[0].party, [(suggestion, side)])
    return say(actor=actor, suggestion=suggestion, side=by, says=YesNo.YES) if by else suggestion


@transaction.atomic
def say(*, actor: Actor, suggestion: Suggestion, side: Kind, says: YesNo) -> Suggestion:
    """One side says yes or no. Two yeses pass contact on; one no closes it, and nobody is told whose it was."""
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if not locked.is_open:
        raise ActionRefused(_("This is settled already. Thank you."))
    setattr(locked, f"{side.value}_says", says)
    if says == YesNo.NO:
        locked.closed_on = timezone.localdate()
    elif locked.offer_says == locked.request_says == YesNo.YES:
        locked.introduced_on = timezone.localdate()
    locked.save(update_fields=[f"{side.value}_says", "closed_on", "introduced_on"])
    record(actor=actor, verb="exchange.answered", about=locked)
    if locked.introduced_on:
        record(actor=actor, verb="exchange.introduced", about=locked)
        tell_introduced(locked)
    return locked


@transaction.atomic
def let_be(*, actor: Actor, suggestion: Suggestion, today: date) -> None:
    """One side has not answered: the suggestion makes room for another. Nobody is told who kept silent."""
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    if locked.is_open:
        locked.closed_on = today
        locked.save(update_fields=["closed_on"])
        record(actor=actor, verb="exchange.let_be", about=locked)


@transaction.atomic
def hand_on(*, actor: Actor, request: Request, today: date) -> None:
    """Nobody has been found for two weeks: from now on a person looks, too."""
    locked = Request.objects.select_for_update().get(pk=request.pk)
    if locked.handed_on is None and locked.is_open:
        locked.handed_on = today
        locked.save(update_fields=["handed_on"])
        record(actor=actor, verb="exchange.handed_on", about=locked)
