"""Order circles by how surely they belong to a good packing, by messages between circles and parties.

Max-product message passing (Bayati, Shah and Sharma, Max-product for maximum weight matching, IEEE Transactions
on Information Theory 54, 2008), with each circle's own belief fed back to it a little at a time so
that one packing emerges (reinforcement: Chavas, Furtlehner, Mézard and Zecchina, Survey-propagation
decimation through distributed local computations, Journal of Statistical Mechanics 2005). A heuristic: it
proves nothing, and is stopped after a fixed number of rounds.
"""

import numpy as np
import numpy.typing as npt

from .network import Numbers

Values = npt.NDArray[np.float32]

ROUNDS = 250
_FED_BACK = np.float32(0.003)  # of the belief, in each round
_FURTHEST = np.float32(50)  # that a belief may be fed back
_NEVER = np.float32(-1e9)


def beliefs(worth: Values, lengths: Numbers, members: Numbers, *, rounds: int = ROUNDS) -> Values:
    """A number for each circle: the higher, the more surely it should be chosen.

    ``members`` are the parties of all circles, one circle after another. Each party tells a circle what
    the best of its other circles would be worth to it; each circle tells a party what is left of its worth after
    what its other parties could have elsewhere.
    """
    begins = np.cumsum(lengths) - lengths
    circle = np.repeat(np.arange(len(lengths)), lengths)
    parties = _Parties(members)
    fed_back = np.zeros(len(lengths), np.float32)
    told = worth[circle]
    belief = worth
    for _ in range(rounds):
        elsewhere = parties.best_elsewhere(told)
        belief = worth + fed_back - np.add.reduceat(elsewhere, begins)
        told = (told + belief[circle] + elsewhere) / np.float32(2)
        fed_back = np.clip(fed_back + _FED_BACK * belief, -_FURTHEST, _FURTHEST)
    return belief


class _Parties:
    """Messages in order of party, and back."""

    def __init__(self, members: Numbers) -> None:
        self.order = np.argsort(members, kind="stable")
        self.back = np.empty_like(self.order)
        self.back[self.order] = np.arange(len(members))
        ordered = members[self.order]
        self.begins = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
        self.counts = np.diff(np.append(self.begins, len(members)))

    def best_elsewhere(self, told: Values) -> Values:
        """For each message, the best that the party was told by its other circles; nothing is worth nought."""
        messages = told[self.order]
        best = self._best_of_each(messages)
        is_best = messages == best
        second = self._best_of_each(np.where(is_best, _NEVER, messages))
        return np.maximum(np.where(is_best, second, best), np.float32(0))[self.back]

    def _best_of_each(self, messages: Values) -> Values:
        return np.repeat(np.maximum.reduceat(messages, self.begins), self.counts)
