"""Suggest partners for requests, so that those who wait longest are served and all offers are asked.

Objective, in this order:

1.  *Nobody goes without where it can be helped.* The numbers of suggestions that the requests get are
    max-min fair under the room each offer has: none could get one more without another, who has no more,
    getting one less. Found by progressive filling (Bertsekas and Gallager, Data Networks, 2nd edition
    1992, section 6.5): in each round every request gets one more, if any way of moving others to another
    of their partners makes room for it.
2.  *Those who wait longest come first.* Where not all can be served in a round, the requests served are
    the ones an ordering by waiting would choose greedily. Sets of requests that can be served together
    are the independent sets of a matroid, so this choice is as good, person by person from the longest wait
    down, as any other (Gale, Optimal assignments in an ordered set, Journal of Combinatorial Theory 4,
    1968).
3.  *The same few are not always first.* When its turn comes, a request takes from its partners with the
    most grounds to meet (theme and words before one of the two) the one asked least, before and in this
    round; then the better fit; then what was given first. This last choice is greedy, not optimal.
"""

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from copronet.engines.matching.parties import Id, Offer, Reason, Request
from copronet.engines.matching.plausible import Likeness, Pair, plausible_pairs, reasons_for

MOST = 3  # suggestions for one request


@dataclass(frozen=True)
class Suggestion:
    """An offer for a request, with everything that speaks for it."""

    offer: Id
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Suggested:
    """What is suggested for one request, the first to be asked first.

    ``partners`` is how many offers could meet it. None: nobody offers it yet. Some, but no suggestions:
    all of them are suggested to others who wait longer.
    """

    request: Id
    suggestions: tuple[Suggestion, ...]
    partners: int


@dataclass(frozen=True)
class Suggestions:
    """For each request, in the order given; and how many got one more in each round."""

    requests: tuple[Suggested, ...]
    rounds: tuple[int, ...]

    @property
    def without(self) -> tuple[Id, ...]:
        """The requests that nothing is suggested for: somebody should look at them."""
        return tuple(each.request for each in self.requests if not each.suggestions)


def suggest(
    offers: Sequence[Offer],
    requests: Sequence[Request],
    *,
    likeness: Likeness | None = None,
    tried: Collection[tuple[Id, Id]] = (),
    most: int = MOST,
) -> Suggestions:
    """Suggest at most ``most`` offers for each request; the objective is the module's.

    ``likeness`` says how alike the words of an offer and a request are, 0 to 1, by (offer id, request id);
    ``tried`` which pairs were suggested before and came to nothing. Raises ValueError for negative room.
    """
    if any(offer.room < 0 for offer in offers):
        raise ValueError("An offer cannot have less room than none.")
    likeness = likeness or {}
    pairs = plausible_pairs(offers, requests, likeness=likeness, tried=tried)
    filling = _Filling(offers, pairs)
    rounds = _fill(filling, requests, most)
    return Suggestions(
        requests=tuple(
            Suggested(
                request=request.id,
                suggestions=tuple(
                    Suggestion(offer.id, _reasons(offer, request, likeness))
                    for offer in (offers[pair.offer] for pair in filling.held_by(place))
                ),
                partners=len(pairs[place]),
            )
            for place, request in enumerate(requests)
        ),
        rounds=rounds,
    )


def _reasons(offer: Offer, request: Request, likeness: Likeness) -> tuple[Reason, ...]:
    return reasons_for(offer, request, likeness=likeness.get((offer.id, request.id), 0.0))


def _fill(filling: "_Filling", requests: Sequence[Request], most: int) -> tuple[int, ...]:
    turn = sorted(range(len(requests)), key=lambda place: (-requests[place].waiting, place))
    rounds = []
    for _ in range(most):
        turn = [request for request in turn if filling.gives_one_more(request)]
        if not turn:
            break
        rounds.append(len(turn))
    return tuple(rounds)


class _Filling:
    """Which offers each request holds so far, and how much room the offers have left."""

    def __init__(self, offers: Sequence[Offer], pairs: Sequence[Sequence[Pair]]) -> None:
        self.pairs = [{pair.offer: pair for pair in row} for row in pairs]
        self.room = [offer.room for offer in offers]
        self.asked = [offer.asked for offer in offers]
        self.held: list[set[int]] = [set() for _ in pairs]
        self.holders: list[set[int]] = [set() for _ in offers]
        self.shut = [False] * len(offers)  # no way of moving others makes room here, now or later

    def gives_one_more(self, request: int) -> bool:
        """Give this request one more offer, moving others where there is no other way."""
        free = [pair for offer, pair in self.pairs[request].items() if self._is_free(offer, request)]
        if free:
            self._take(request, min(free, key=self._asked_least).offer)
            return True
        return self._make_room(request)

    def held_by(self, request: int) -> list[Pair]:
        """The pairs of this request, the first to be asked first."""
        return sorted((self.pairs[request][offer] for offer in self.held[request]), key=self._asked_before)

    def _is_free(self, offer: int, request: int) -> bool:
        return self.room[offer] > 0 and offer not in self.held[request]

    def _asked_least(self, pair: Pair) -> tuple[int, ...]:
        return self._by(pair, self.asked[pair.offer] + len(self.holders[pair.offer]))

    def _asked_before(self, pair: Pair) -> tuple[int, ...]:
        return self._by(pair, self.asked[pair.offer])

    def _by(self, pair: Pair, asked: int) -> tuple[int, ...]:
        return (-pair.grounds, asked, *(-part for part in pair.fit), pair.offer)

    def _take(self, request: int, offer: int) -> None:
        self.held[request].add(offer)
        self.holders[offer].add(request)
        self.room[offer] -= 1

    def _give_up(self, request: int, offer: int) -> None:
        self.held[request].discard(offer)
        self.holders[offer].discard(request)
        self.room[offer] += 1

    def _make_room(self, request: int) -> bool:
        """Look for a chain of others who can each move to another of their partners; the shortest first.

        Where there is none, every offer that was looked at stays full whatever happens later (it belongs to
        what is called a Hungarian tree), and is never looked at again.
        """
        reached: dict[int, tuple[int, int | None]] = {}  # offer: who would take it, giving up what
        queue: deque[tuple[int, int | None]] = deque([(request, None)])
        seen = {request}
        while queue:
            mover, given_up = queue.popleft()
            for offer in self.pairs[mover]:
                if offer in reached or self.shut[offer] or offer in self.held[mover]:
                    continue
                reached[offer] = (mover, given_up)
                if self.room[offer] > 0:
                    self._move_along(offer, reached)
                    return True
                for holder in sorted(self.holders[offer] - seen):
                    seen.add(holder)
                    queue.append((holder, offer))
        for offer in reached:
            self.shut[offer] = True
        return False

    def _move_along(self, offer: int, reached: dict[int, tuple[int, int | None]]) -> None:
        taken: int | None = offer
        while taken is not None:
            mover, given_up = reached[taken]
            if given_up is not None:
                self._give_up(mover, given_up)
            self._take(mover, taken)
            taken = given_up
