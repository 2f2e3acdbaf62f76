"""Every circle of two, three or four in a network, each once, beginning with its lowest number.

Fours are found by meeting in the middle: two steps forward from the lowest party, two steps back, joined where
they meet, so that the work follows the number of circles and not the number of walks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .network import Network, Numbers

MOST = 400_000  # circles that are weighed; of more fours, evenly spaced ones are taken
_STARTS = 500  # parties at a time, which keeps memory small


@dataclass(frozen=True)
class Candidates:
    """Circles as rows of parties, by their length; and whether these are all there are."""

    rows: tuple[Numbers, Numbers, Numbers]  # of two, of three, of four columns
    is_everything: bool

    @property
    def lengths(self) -> Numbers:
        return np.concatenate([np.full(len(rows), rows.shape[1]) for rows in self.rows])

    @property
    def members(self) -> Numbers:
        """The parties of all circles, one circle after another."""
        return np.concatenate([rows.ravel() for rows in self.rows])

    def as_tuples(self) -> list[tuple[int, ...]]:
        return [tuple(row) for rows in self.rows for row in rows.tolist()]


@dataclass(frozen=True)
class _Steps:
    """Where each party's links stand in an array of their other ends."""

    ends: Numbers
    starts: Numbers
    counts: Numbers

    def from_each(self, parties: Numbers) -> tuple[Numbers, Numbers]:
        """For every step from these parties: which of them it is from, and where it leads."""
        counts = self.counts[parties]
        which = np.repeat(np.arange(len(parties)), counts)
        within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        return which, self.ends[self.starts[parties][which] + within]


def candidates_in(network: Network) -> Candidates:
    """Find the circles; twos and threes all, fours as many as are weighed."""
    finder = _Finder(network)
    twos, threes, fours, is_everything = [], [], [], True
    for low in range(0, network.size, _STARTS):
        two, three, four, is_all = finder.beginning_in(low, low + _STARTS)
        twos.append(two)
        threes.append(three)
        fours.append(four)
        is_everything = is_everything and is_all
    return Candidates((_stack(twos, 2), _stack(threes, 3), _stack(fours, 4)), is_everything)


def _stack(parts: list[Numbers], width: int) -> Numbers:
    return np.concatenate([*parts, np.empty((0, width), dtype=np.int64)])


class _Finder:
    def __init__(self, network: Network) -> None:
        self.size = network.size
        self.givers, self.receivers = network.givers, network.receivers
        self.keys = self.givers * self.size + self.receivers
        self.onward = _steps(self.givers, self.receivers, self.size)
        self.back = _steps(self.receivers, self.givers, self.size)

    def beginning_in(self, low: int, high: int) -> tuple[Numbers, Numbers, Numbers, bool]:
        """The circles whose lowest party is one of these."""
        starts = np.arange(low, min(high, self.size))
        first, second = self._two_steps(starts, self.onward)
        two = np.stack(first, axis=1)[self._is_link(first[1], first[0])]
        three = np.stack(second, axis=1)[self._is_link(second[2], second[0])]
        _, backward = self._two_steps(starts, self.back)
        quota = max(1, MOST * len(starts) // self.size)
        four, is_all = self._joined(second, backward, quota)
        return two, three, four, is_all

    def _two_steps(self, starts: Numbers, steps: _Steps) -> Iterator[tuple[Numbers, ...]]:
        """One step, then two, never to a party lower than the start or back to it."""
        which, near = steps.from_each(starts)
        above = near > starts[which]
        start, near = starts[which][above], near[above]
        yield start, near
        which, far = steps.from_each(near)
        above = far > start[which]
        yield start[which][above], near[which][above], far[above]

    def _joined(
        self, forward: tuple[Numbers, ...], backward: tuple[Numbers, ...], quota: int
    ) -> tuple[Numbers, bool]:
        """Fours out of two steps forward and two back that meet; at most ``quota``, evenly spaced."""
        (start, near, far), (start_back, last, far_back) = forward, backward
        keys_back = start_back * self.size + far_back
        order = np.argsort(keys_back, kind="stable")
        keys_back, last = keys_back[order], last[order]
        keys = start * self.size + far
        lowest = np.searchsorted(keys_back, keys, "left")
        ends = np.cumsum(np.searchsorted(keys_back, keys, "right") - lowest)
        total = int(ends[-1]) if len(ends) else 0
        taken = np.arange(min(total, quota)) * total // max(1, min(total, quota))
        path = np.searchsorted(ends, taken, "right")
        before = np.concatenate([[0], ends])[path]
        fourth = last[lowest[path] + taken - before]
        is_four = fourth != near[path]
        rows = np.stack([start[path], near[path], far[path], fourth], axis=1)
        return rows[is_four], total <= quota

    def _is_link(self, givers: Numbers, receivers: Numbers) -> npt.NDArray[np.bool_]:
        keys = givers * self.size + receivers
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        are_links: npt.NDArray[np.bool_] = self.keys[places] == keys
        return are_links


def _steps(begins: Numbers, ends: Numbers, size: int) -> _Steps:
    order = np.argsort(begins, kind="stable")
    counts = np.bincount(begins, minlength=size)
    return _Steps(ends[order], np.cumsum(counts) - counts, counts)
