"""What a figure shows: a chart or a map in plain values, with the sentence that reads it aloud."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Bar:
    """One bar. ``value`` is None where the number is held back to protect people; ``shown`` then says so."""

    label: Any
    value: float | None
    shown: Any


@dataclass(frozen=True)
class BarChart:
    """Bars for amounts from nought upwards, in the order given, each with its label and number beside it."""

    title: Any
    reading: Any  # one sentence: what a person should see in it
    label_heading: Any
    value_heading: Any
    bars: tuple[Bar, ...]
    source: Any = ""
    colour: str = "mor"

    @property
    def is_held_back(self) -> bool:
        """None of its numbers may be shown: the sentence says all there is to say."""
        return bool(self.bars) and all(bar.value is None for bar in self.bars)

    def lengths(self) -> list[tuple[Bar, str | None]]:
        """Each bar with its length in percent of the longest."""
        longest = max((bar.value or 0 for bar in self.bars), default=0)
        return [(bar, None if bar.value is None else _percent(bar.value, longest)) for bar in self.bars]


@dataclass(frozen=True)
class Tile:
    """What stands on one area's tile. ``value`` orders the shades; None leaves the tile white."""

    shown: Any
    value: float | None = None
    address: str = ""


@dataclass(frozen=True)
class TileMap:
    """Values for the areas of Wales, by area code; areas left out say ``otherwise``."""

    title: Any
    reading: Any
    value_heading: Any
    tiles: Mapping[str, Tile]
    otherwise: Any = "–"
    source: Any = ""
    shades: int = field(default=4, init=False)

    @property
    def is_held_back(self) -> bool:
        """None of its numbers may be shown: the sentence says all there is to say."""
        return bool(self.tiles) and all(tile.value is None for tile in self.tiles.values())

    def tile(self, code: str) -> Tile:
        return self.tiles.get(code, Tile(self.otherwise))

    def shade(self, code: str) -> int:
        """0 for nothing, then 1 to 4 by quarters of the greatest value."""
        value = self.tile(code).value
        greatest = max((tile.value or 0 for tile in self.tiles.values()), default=0)
        if not value or not greatest:
            return 0
        return min(self.shades, int(value / greatest * self.shades - 1e-9) + 1)


def _percent(value: float, longest: float) -> str:
    return f"{value / longest * 100:.1f}%" if longest else "0%"
