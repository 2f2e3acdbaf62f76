"""What becomes of offers and requests when people leave, or two records become one: parts of deeds."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.exchange.models import Offer, Request, Side, Suggestion

GONE = "…"
WORDS = ("what", "about", "how_much", "in_return")
MODELS: tuple[type[Side], ...] = (Offer, Request)


def forget_exchange(person: Person) -> None:
    """Close what a person offered and asked, and take their words off; what came of it stays counted."""
    for model in MODELS:
        for side in model._default_manager.select_for_update().filter(person=person):
            _empty(side)
    Suggestion.objects.filter(request__person=person).update(thanks="")
    mine = Q(offer__person=person) | Q(request__person=person)
    waiting = Suggestion.objects.filter(mine, closed_on__isnull=True, introduced_on__isnull=True)
    waiting.update(closed_on=timezone.localdate())


def _empty(side: Side) -> None:
    for name in WORDS:
        setattr(side, f"{name}_cy", "")
        setattr(side, f"{name}_en", "")
    side.what_cy = GONE
    side.access, side.times = [], []
    side.closed_on = side.closed_on or timezone.localdate()
    side.save()
    side.themes.clear()
    side.areas.clear()
    keep_record(side)


def move_exchange(gone: Person, stays: Person) -> None:
    """What a person offers and asks goes to the record kept."""
    _move("person", gone, stays)
    for model in MODELS:
        model._default_manager.filter(added_by=gone).update(added_by=stays)


def move_organisations_exchange(gone: Organisation, stays: Organisation) -> None:
    _move("organisation", gone, stays)


def _move(field: str, gone: Any, stays: Any) -> None:
    for model in MODELS:
        model._default_manager.filter(**{field: gone}).update(**{field: stays})
    between = {f"offer__{field}": stays, f"request__{field}": stays}
    open_now = Suggestion.objects.filter(closed_on__isnull=True, introduced_on__isnull=True, **between)
    # Nobody is introduced to themselves.
    open_now.update(closed_on=timezone.localdate())
