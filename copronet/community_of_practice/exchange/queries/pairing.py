"""Who could meet whom today: what stands in the database, as the engine takes it, and what the engine says."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from copronet.community_of_practice.exchange.choices import MOST
from copronet.community_of_practice.exchange.models import Offer, Request, Side, Suggestion
from copronet.community_of_practice.members.choices import Talks
from copronet.engines import matching

from .alike import likeness
from .seeing import standing

Reasons = list[dict[str, Any]]
LANGUAGES = {Talks.WELSH: {"cy"}, Talks.ENGLISH: {"en"}, Talks.BOTH: {"cy", "en"}}


class Found(NamedTuple):
    """An offer that may be suggested for a request, and why."""

    offer: int
    request: int
    reasons: Reasons


def found_today(today: date) -> list[Found]:
    """The suggestions to be made: fair to those who wait longest, and spread over all who offer."""
    offers, requests = _all(Offer), _all(Request)
    open_now = Suggestion.objects.filter(closed_on__isnull=True, introduced_on__isnull=True)
    suggested = Counter(open_now.values_list("request", flat=True))
    asking = [request for request in requests if suggested[request.pk] < MOST]
    busy = Counter(_busy().values_list("offer", flat=True))
    asked = Counter(Suggestion.objects.values_list("offer", flat=True))
    made = matching.suggest(
        [_offered(offer, max(0, offer.room - busy[offer.pk]), asked[offer.pk]) for offer in offers],
        [_asked_for(request, today) for request in asking],
        likeness=likeness(offers, asking),
        tried=set(Suggestion.objects.values_list("offer", "request")),
    )
    return [
        Found(int(each.offer), int(of.request), _plain(each.reasons))
        for of in made.requests
        for each in of.suggestions[: MOST - suggested[int(of.request)]]
    ]


def reasons_of(offer: Offer, request: Request, today: date) -> Reasons:
    """All that speaks for a pair, whether or not the engine would have suggested it."""
    alike = likeness([offer], [request]).get((offer.pk, request.pk), 0.0)
    asked = Suggestion.objects.filter(offer=offer).count()
    found = matching.reasons_for(
        _offered(offer, offer.room, asked), _asked_for(request, today), likeness=alike
    )
    return [
        each
        for each in _plain(found)
        if each["why"] != matching.Why.ANYWHERE or not _both_named(offer, request)
    ]


def _both_named(offer: Offer, request: Request) -> bool:
    return offer.areas.exists() and request.areas.exists()


def _busy() -> QuerySet[Suggestion]:
    """What takes up the room of an offer: what waits for a yes, and introductions nobody has told of yet."""
    waiting = Q(introduced_on__isnull=True) | Q(offer_happened="", request_happened="")
    return Suggestion.objects.filter(waiting, closed_on__isnull=True)


def _all(model: type[Side]) -> list[Any]:
    return list(standing(model).prefetch_related("themes", "areas").order_by("made_on", "id"))


def _offered(offer: Offer, room: int, asked: int) -> matching.Offer:
    return matching.Offer(id=offer.pk, room=room, asked=asked, **_described(offer))


def _asked_for(request: Request, today: date) -> matching.Request:
    return matching.Request(id=request.pk, waiting=(today - request.made_on).days, **_described(request))


def _described(side: Offer | Request) -> dict[str, Any]:
    party = f"o{side.organisation_id}" if side.organisation_id else f"p{side.person_id}"
    return {
        "party": party,
        "languages": frozenset(LANGUAGES[Talks(side.talks)]),
        "themes": frozenset(theme.code for theme in side.themes.all()),
        "places": frozenset(area.pk for area in side.areas.all()),
        "online": side.online,
        "times": frozenset(side.times),
        "access": frozenset(side.access),
    }


def _plain(reasons: Sequence[matching.Reason]) -> Reasons:
    return [{"why": reason.why.value, "values": list(reason.values)} for reason in reasons]
