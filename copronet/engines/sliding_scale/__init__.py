"""Reckon what the parts of a membership fee cover: money, hours and things in any mix.

A fee is one whole. The scale says how much money, and how many minutes, each make the whole; something in
kind covers a share that was agreed. Money is never turned into hours or hours into money: each part is
measured against its own whole, and only the shares are added. All sums are exact fractions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Part", "Reckoning", "Scale", "Step", "reckon"]


@dataclass(frozen=True)
class Scale:
    """How much of each makes a whole fee, at what is suggested and at the least; pence and minutes.

    Nought where a fee cannot be given in that.
    """

    suggested_pence: int
    lowest_pence: int
    suggested_minutes: int
    lowest_minutes: int


@dataclass(frozen=True)
class Part:
    """One part of a fee: ``kind`` is money, time or in_kind; pence, minutes or hundredths of the fee.

    ``given`` is what has come of what was ``promised``, in the same measure.
    """

    kind: str
    promised: int
    given: int = 0


@dataclass(frozen=True)
class Step:
    """How one part was reckoned: its whole at what is suggested, and the shares of it."""

    part: Part
    whole: int
    promised: Fraction
    given: Fraction
    at_least: Fraction  # the share that what is promised covers of the lowest fee


@dataclass(frozen=True)
class Reckoning:
    """What the parts cover together, with every step.

    ``promised`` and ``given`` are shares of the suggested fee, ``at_least`` of the lowest one. The fee
    is settled when as much has been given as was promised, in whichever parts.
    """

    steps: tuple[Step, ...]
    promised: Fraction
    given: Fraction
    at_least: Fraction

    @property
    def is_enough(self) -> bool:
        """Whether what is promised reaches the lowest fee."""
        return self.at_least >= 1

    @property
    def is_settled(self) -> bool:
        return self.given >= self.promised

    @property
    def has_begun(self) -> bool:
        return self.given > 0


def reckon(scale: Scale, parts: Sequence[Part]) -> Reckoning:
    """Add up the shares. A fee whose lowest amount is nothing is covered by nothing.

    Raises ValueError for a part in something the scale does not know or does not take.
    """
    steps = tuple(_step(scale, part) for part in parts)
    is_free = scale.lowest_pence == 0
    return Reckoning(
        steps=steps,
        promised=sum((step.promised for step in steps), Fraction(0)),
        given=sum((step.given for step in steps), Fraction(0)),
        at_least=max(sum((step.at_least for step in steps), Fraction(0)), Fraction(int(is_free))),
    )


def _step(scale: Scale, part: Part) -> Step:
    whole, lowest = _wholes(scale, part.kind)
    if part.promised < 0 or part.given < 0:
        raise ValueError("Nobody gives less than nothing.")
    return Step(
        part=part,
        whole=whole,
        promised=Fraction(part.promised, whole),
        given=Fraction(part.given, whole),
        at_least=Fraction(part.promised, lowest) if lowest else Fraction(1),
    )


def _wholes(scale: Scale, kind: str) -> tuple[int, int]:
    wholes = {
        "money": (scale.suggested_pence, scale.lowest_pence),
        "time": (scale.suggested_minutes, scale.lowest_minutes),
        "in_kind": (100, 100),
    }
    whole, lowest = wholes.get(kind, (0, 0))
    if whole <= 0:
        raise ValueError(f"This fee cannot be given in {kind}.")
    return whole, lowest
