"""Circles of exchange: two to four parties, each of whom gives to the next and receives from the one before.

Objective: of all ways of choosing circles in which each party stands at most once, one that serves the most
parties; of those, where it can be proved, one whose parties have waited longest. This is the clearing of a
barter exchange with short cycles (Abraham, Blum and Sandholm, Clearing algorithms for barter exchange
markets, ACM Conference on Electronic Commerce 2007), NP-hard from length three on, in the cycle formulation
(Roth, Sönmez and Ünver, Efficient kidney exchange, American Economic Review 97, 2007).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Id = int | str


@dataclass(frozen=True, slots=True)
class Link:
    """One party could give to another: by which offer, for which request."""

    giver: Id
    receiver: Id
    offer: Id | None = None
    request: Id | None = None


@dataclass(frozen=True)
class Circle:
    """Each link's receiver is the next link's giver; the last one's is the first."""

    links: tuple[Link, ...]

    @property
    def parties(self) -> tuple[Id, ...]:
        return tuple(link.giver for link in self.links)


@dataclass(frozen=True)
class Circles:
    """The circles chosen, and how near they are to the most that any choice could serve.

    ``at_most`` is proven: no choice serves more parties. ``candidates`` is how many circles were weighed;
    where there are more than can be weighed, ``is_everything_weighed`` is False.
    """

    circles: tuple[Circle, ...]
    served: int
    at_most: int
    candidates: int
    is_everything_weighed: bool

    @property
    def gap(self) -> float:
        """The share of ``at_most`` that is not served: 0 where nothing can be better."""
        return (self.at_most - self.served) / self.at_most if self.at_most else 0.0

    @property
    def is_best(self) -> bool:
        """Whether it is proven that no choice serves more."""
        return self.served == self.at_most


def find_circles(links: Sequence[Link], *, waiting: Mapping[Id, int] | None = None) -> Circles:
    """Choose circles that serve the most parties; ``waiting`` says for how many days each has waited.

    Links come best first: where two have the same parties the first counts, and where a party has very many
    the later ones are left out. Nobody gives to themselves. The same links in the same order give the same circles.
    """
    from .packing import pack  # noqa: PLC0415  (numpy and the solver take memory that only this needs)

    return pack(links, waiting or {})
