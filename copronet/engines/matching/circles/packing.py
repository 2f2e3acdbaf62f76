"""Choose circles: a good choice for everybody, and a proven best where a part of the network is small."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from . import Circle, Circles, Id, Link
from .candidates import Candidates, candidates_in
from .messages import Values, beliefs
from .network import Network, network_of
from .solver import best_of, served_by_any_length
from .walking import Choice, Row

SMALL = 2_000  # circles in one part of the network, up to which the best is looked for
TOGETHER = 8_000  # circles in all such parts
_LEANING = 0.25  # of a party's worth, towards those who wait longest, where only a good choice is looked for
_GOLDEN = (math.sqrt(5) - 1) / 2

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class _Part:
    """Circles that share parties, directly or through others; and what no choice of them can surpass."""

    rows: list[Row]
    at_most: int


def pack(links: Sequence[Link], waiting: Mapping[Id, int]) -> Circles:
    """The work of `find_circles`."""
    network = network_of(links)
    candidates = candidates_in(network) if network.size else None
    if candidates is None or not len(candidates.lengths):
        at_most = 0 if network.is_whole else network.both_ways
        return Circles((), 0, at_most, 0, is_everything_weighed=network.is_whole)
    days = np.array([float(waiting.get(party, 0)) for party in network.parties])
    rows = candidates.as_tuples()
    chosen = _good_choice(network, candidates, rows, days)
    if candidates.is_everything:
        parts = _parts(network.within(rows), rows)
        chosen, at_most = _best_of_small_parts(parts, chosen, days / (days.sum() + 1))
    else:
        at_most = int(served_by_any_length(network).sum())
    return Circles(
        circles=tuple(_circle(network, row) for row in chosen),
        served=sum(map(len, chosen)),
        at_most=at_most if network.is_whole else network.both_ways,
        candidates=len(rows),
        is_everything_weighed=network.is_whole and candidates.is_everything,
    )


def _circle(network: Network, row: Row) -> Circle:
    parties = [network.parties[number] for number in row]
    pairs = zip(parties, [*parties[1:], parties[0]], strict=True)
    return Circle(tuple(network.by_parties[pair] for pair in pairs))


def _good_choice(network: Network, candidates: Candidates, rows: list[Row], days: Floats) -> list[Row]:
    belief = beliefs(_worth(candidates, days), candidates.lengths, candidates.members)
    choice = Choice(rows, network.size)
    choice.take_in_order(np.argsort(-belief, kind="stable").tolist())
    choice.walk()
    return choice.chosen()


def _worth(candidates: Candidates, days: Floats) -> Values:
    """How many a circle serves, leaning a little to long waits; and a little unevenness, without which messages
    between circles that are worth the same never settle."""
    lengths = candidates.lengths
    begins = np.cumsum(lengths) - lengths
    share = days / max(days.max(), 1.0)
    waits = np.add.reduceat(share[candidates.members], begins) / lengths
    uneven = np.arange(1, len(lengths) + 1) * _GOLDEN % 1
    return (lengths + _LEANING * (waits + uneven)).astype(np.float32)


def _parts(network: Network, rows: list[Row]) -> list[_Part]:
    """The network falls into parts that no circle joins: each has its own best, and its own bound."""
    leader = list(range(network.size))

    def led_by(party: int) -> int:
        while leader[party] != party:
            leader[party] = leader[leader[party]]
            party = leader[party]
        return party

    for row in rows:
        for party in row[1:]:
            leader[led_by(party)] = led_by(row[0])
    of_leader: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        of_leader[led_by(row[0])].append(row)
    at_most: dict[int, int] = defaultdict(int)
    for party, is_served in enumerate(served_by_any_length(network).tolist()):
        at_most[led_by(party)] += is_served
    return [_Part(part, at_most[each]) for each, part in of_leader.items()]


def _best_of_small_parts(parts: list[_Part], chosen: list[Row], shares: Floats) -> tuple[list[Row], int]:
    """The choice with the best of each part that is small enough, and what no choice can surpass.

    ``shares`` are of all the waiting there is, less than one together, so that they decide only between choices
    that serve as many.
    """
    number = {party: place for place, part in enumerate(parts) for row in part.rows for party in row}
    of_part: dict[int, list[Row]] = defaultdict(list)
    for row in chosen:
        of_part[number[row[0]]].append(row)
    at_most, left = 0, TOGETHER
    for place in sorted(range(len(parts)), key=lambda place: len(parts[place].rows)):
        part, bound = parts[place], parts[place].at_most
        if len(part.rows) <= min(SMALL, left):
            left -= len(part.rows)
            worth = np.array([len(row) + shares[list(row)].sum() for row in part.rows])
            best, surpassed_by_none = best_of(part.rows, worth)
            bound = min(bound, math.floor(surpassed_by_none))
            if sum(map(len, best)) >= sum(map(len, of_part[place])):
                of_part[place] = best
        at_most += bound
    return sorted(row for rows in of_part.values() for row in rows), at_most
