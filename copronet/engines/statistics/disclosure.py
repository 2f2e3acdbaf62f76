"""Protect the counts of one list of people: small ones are held back, the others rounded.

Method: the "10-5 rule" that the Office for National Statistics describes among its post-tabular methods
(counts under ten are held back, the rest rounded to the nearest five), with secondary suppression as
Statistics Netherlands defines it: where one count alone is held back, it could be worked out from the
total, so the smallest of the others is held back with it. A nought tells as much as a one, and is held back too.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Category = TypeVar("Category", bound=Hashable)

THRESHOLD = 10
BASE = 5


class Why(StrEnum):
    """Why a count is not shown."""

    SMALL = "small"  # fewer than the threshold
    NEIGHBOUR = "neighbour"  # with it, a small one could be worked out


@dataclass(frozen=True)
class Shown:
    """One count as it may be shown: rounded, or None with the reason."""

    count: int | None
    why: Why | None = None


@dataclass(frozen=True)
class Protected(Generic[Category]):
    """Every category as it may be shown, in the order given, and the total, rounded or None."""

    shown: dict[Category, Shown]
    total: int | None
    threshold: int
    base: int

    @property
    def held_back(self) -> int:
        """How many counts are not shown."""
        return sum(each.count is None for each in self.shown.values())


def protect(
    counts: Mapping[Category, int],
    *,
    total: int | None = None,
    threshold: int = THRESHOLD,
    base: int = BASE,
) -> Protected[Category]:
    """Say what of these counts of people may be shown beside their total.

    ``total`` is how many people there are, where somebody may be in several categories; without it the
    categories exclude each other and are summed. Raises ValueError for a negative count.

    >>> protect({"Gwynedd": 23, "Powys": 4, "Conwy": 11, "Ceredigion": 30}).shown["Conwy"].why
    <Why.NEIGHBOUR: 'neighbour'>
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("Nobody can be counted less than not at all.")
    small = {category for category, count in counts.items() if count < threshold}
    neighbours = _neighbours(counts, small)
    shown = {
        category: Shown(None, Why.SMALL)
        if category in small
        else Shown(None, Why.NEIGHBOUR)
        if category in neighbours
        else Shown(rounded(count, base))
        for category, count in counts.items()
    }
    everybody = sum(counts.values()) if total is None else total
    return Protected(shown, rounded(everybody, base) if everybody >= threshold else None, threshold, base)


def rounded(count: int, base: int = BASE) -> int:
    """The nearest multiple of ``base``; halves go up."""
    return (count + base // 2) // base * base


def _neighbours(counts: Mapping[Category, int], small: set[Category]) -> set[Category]:
    """What has to be held back beside a single small count: the smallest of the others, the first of equals."""
    others = [category for category in counts if category not in small]
    if len(small) != 1 or not others:
        return set()
    return {min(others, key=counts.__getitem__)}
