"""Which offers could meet which requests at all, how well each pair fits, and why."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from copronet.engines.matching.circles import Link
from copronet.engines.matching.parties import Id, Offer, Reason, Request, Why

ALIKE = 0.5  # the likeness of two texts, 0 to 1, from which words alone are a ground to meet
PARTNERS = 20  # offers that are weighed for one request: the best fitting

Likeness = Mapping[tuple[Id, Id], float]  # of an offer and a request, by their ids
_WHEREVER = "\0anywhere"
_ONLINE = "\0online"


@dataclass(frozen=True, slots=True)
class Pair:
    """An offer and a request that could meet, by their places in what was given.

    ``grounds`` is how many of the two grounds they share: a theme, and words alike. ``fit`` orders pairs
    of equal grounds: themes shared, likeness in tenths, whether near, times shared; more is better.
    """

    offer: int
    request: int
    grounds: int
    fit: tuple[int, int, int, int]


def plausible_pairs(
    offers: Sequence[Offer],
    requests: Sequence[Request],
    *,
    likeness: Likeness | None = None,
    tried: Collection[tuple[Id, Id]] = (),
) -> list[list[Pair]]:
    """For each request the offers that could meet it, the best fitting first, at most `PARTNERS`.

    A pair has a theme in common or words alike (`ALIKE`); a language in common; a place, or both online;
    a time, where both name times; every access need met; and was not ``tried`` (offer, request) before.
    Nobody meets themselves. Of pairs that fit equally well, the offer asked least comes first.
    """
    index = _Index(offers, requests, likeness or {}, frozenset(tried))
    return [index.partners_of(place) for place in range(len(requests))]


def links_between(
    offers: Sequence[Offer], requests: Sequence[Request], pairs: Sequence[Sequence[Pair]]
) -> tuple[Link, ...]:
    """Who could give to whom, for `find_circles`: one link for two parties, of their best fitting pair."""
    best: dict[tuple[Id, Id], Pair] = {}
    for pair in (pair for row in pairs for pair in row):
        parties = (offers[pair.offer].party, requests[pair.request].party)
        known = best.get(parties)
        if known is None or (pair.grounds, pair.fit) > (known.grounds, known.fit):
            best[parties] = pair
    ordered = sorted(best.items(), key=lambda item: (item[1].grounds, item[1].fit), reverse=True)
    return tuple(
        Link(giver, receiver, offers[pair.offer].id, requests[pair.request].id)
        for (giver, receiver), pair in ordered
    )


def reasons_for(offer: Offer, request: Request, *, likeness: float = 0.0) -> tuple[Reason, ...]:
    """Everything that speaks for this pair, in the order in which people would say it."""
    near = _shared(offer.places, request.places)
    found = (
        (Why.THEMES, _shared(offer.themes, request.themes)),
        (Why.WORDS, (round(likeness * 100),) if likeness >= ALIKE else ()),
        (Why.PLACES, near),
        (Why.TIMES, _shared(offer.times, request.times)),
        (Why.LANGUAGES, _shared(offer.languages, request.languages)),
        (Why.ACCESS, _shared(offer.access, request.access)),
    )
    reasons = [Reason(why, values) for why, values in found if values]
    if not near:
        is_wherever = not offer.places or not request.places
        reasons.append(Reason(Why.ANYWHERE if is_wherever else Why.ONLINE))
    if not offer.asked:
        reasons.append(Reason(Why.NOT_YET_ASKED))
    return tuple(reasons)


def _shared(one: frozenset[str], other: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(one & other))


class _Index:
    """Offers under each theme and place, so that a request is compared with few of them."""

    def __init__(
        self,
        offers: Sequence[Offer],
        requests: Sequence[Request],
        likeness: Likeness,
        tried: frozenset[tuple[Id, Id]],
    ) -> None:
        self.offers, self.requests, self.likeness, self.tried = offers, requests, likeness, tried
        self.under: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, offer in enumerate(offers):
            for theme in offer.themes:
                for where in (*_wheres(offer), ""):
                    self.under[theme, where].append(place)

    @cached_property
    def alike(self) -> dict[Id, list[int]]:
        """For each request the offers whose words are alike."""
        places = {offer.id: place for place, offer in enumerate(self.offers)}
        alike: dict[Id, list[int]] = defaultdict(list)
        for (offer, request), likeness in self.likeness.items():
            if likeness >= ALIKE and offer in places:
                alike[request].append(places[offer])
        return alike

    def partners_of(self, place: int) -> list[Pair]:
        request = self.requests[place]
        pairs = [
            pair for offer in self._near(request) if (pair := self._pair(offer, place, request)) is not None
        ]
        pairs.sort(key=self._best_first)
        return pairs[:PARTNERS]

    def _near(self, request: Request) -> set[int]:
        wheres = (*_wheres(request), _WHEREVER) if request.places else ("",)
        found = set(self.alike.get(request.id, ()))
        for theme in request.themes:
            for where in wheres:
                found.update(self.under.get((theme, where), ()))
        return found

    def _pair(self, offered: int, asked: int, request: Request) -> Pair | None:
        offer = self.offers[offered]
        if not _can_meet(offer, request) or (offer.id, request.id) in self.tried:
            return None
        likeness = self.likeness.get((offer.id, request.id), 0.0)
        themes = len(offer.themes & request.themes)
        is_near = not offer.places or not request.places or not offer.places.isdisjoint(request.places)
        fit = (themes, int(likeness * 10), int(is_near), len(offer.times & request.times))
        return Pair(offered, asked, (themes > 0) + (likeness >= ALIKE), fit)

    def _best_first(self, pair: Pair) -> tuple[int, ...]:
        return (-pair.grounds, *(-part for part in pair.fit), self.offers[pair.offer].asked, pair.offer)


def _wheres(side: Offer | Request) -> Iterator[str]:
    yield from side.places or (_WHEREVER,)
    if side.online:
        yield _ONLINE


def _can_meet(offer: Offer, request: Request) -> bool:
    return (
        offer.party != request.party
        and not offer.languages.isdisjoint(request.languages)
        and offer.access >= request.access
        and (not offer.times or not request.times or not offer.times.isdisjoint(request.times))
        and (
            not offer.places
            or not request.places
            or not offer.places.isdisjoint(request.places)
            or (offer.online and request.online)
        )
    )
