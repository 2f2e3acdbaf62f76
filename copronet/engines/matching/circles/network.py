"""Parties as numbers, and links as two arrays in order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from . import Id, Link

Numbers = npt.NDArray[np.int64]

LINKS_EACH_WAY = 60  # of one party, that are weighed


@dataclass(frozen=True)
class Network:
    """``givers`` and ``receivers`` stand in order of giver, then receiver."""

    parties: tuple[Id, ...]
    givers: Numbers
    receivers: Numbers
    by_parties: dict[tuple[Id, Id], Link]
    both_ways: int  # parties who could give and receive, by all links
    is_whole: bool  # whether no links were left out

    @property
    def size(self) -> int:
        return len(self.parties)

    def within(self, rows: Iterable[tuple[int, ...]]) -> "Network":
        """The same parties with only the links that these circles use."""
        used = {pair for row in rows for pair in zip(row, row[1:] + row[:1], strict=True)}
        pairs = _pairs(used)
        return replace(self, givers=pairs[:, 0], receivers=pairs[:, 1])


def network_of(links: Sequence[Link]) -> Network:
    """Number the parties in the order in which they are named; keep the first links of each."""
    by_parties: dict[tuple[Id, Id], Link] = {}
    for link in links:
        if link.giver != link.receiver:
            by_parties.setdefault((link.giver, link.receiver), link)
    kept = _thinned(by_parties)
    names = tuple(dict.fromkeys(party for pair in kept for party in pair))
    number = {name: place for place, name in enumerate(names)}
    pairs = _pairs((number[giver], number[receiver]) for giver, receiver in kept)
    return Network(
        names, pairs[:, 0], pairs[:, 1], by_parties, _both_ways(by_parties), len(kept) == len(by_parties)
    )


def _pairs(pairs: Iterable[tuple[int, int]]) -> Numbers:
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def _both_ways(pairs: Iterable[tuple[Id, Id]]) -> int:
    givers, receivers = zip(*pairs, strict=True) if pairs else ((), ())
    return len(set(givers) & set(receivers))


def _thinned(pairs: dict[tuple[Id, Id], Link]) -> list[tuple[Id, Id]]:
    gives: Counter[Id] = Counter()
    receives: Counter[Id] = Counter()
    kept = []
    for giver, receiver in pairs:
        if gives[giver] < LINKS_EACH_WAY and receives[receiver] < LINKS_EACH_WAY:
            gives[giver] += 1
            receives[receiver] += 1
            kept.append((giver, receiver))
    return kept
