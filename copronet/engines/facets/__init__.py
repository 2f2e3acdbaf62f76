"""How many records carry each value of each facet, given what else a reader has chosen.

Each value of each facet keeps a whole number with one bit for each record, so that a count is an "and" and a
count of bits: a hundred thousand records and a hundred values take a millisecond or two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Facet = str
Value = str


@dataclass(frozen=True)
class Carried:
    """Which records carry what. ``places`` gives each record's bit, by its id, in the order they were told."""

    places: Mapping[int, int]
    masks: Mapping[Facet, Mapping[Value, int]] = field(default_factory=dict)

    @cached_property
    def everything(self) -> int:
        """The mask with the bit of every record."""
        return (1 << len(self.places)) - 1

    def mask_of(self, ids: Iterable[int]) -> int:
        """The mask of the records with these ids; ids that are not known are left out."""
        return _mask((self.places[key] for key in ids if key in self.places), len(self.places))

    def chosen(self, choice: Mapping[Facet, Value], within: int | None = None) -> int:
        """The mask of the records that carry everything chosen, among those ``within``."""
        mask = self.everything if within is None else within
        for facet, value in choice.items():
            mask &= self.masks.get(facet, {}).get(value, 0)
        return mask


def carried(ids: Iterable[int], pairs: Mapping[Facet, Iterable[tuple[int, Value]]]) -> Carried:
    """Gather who carries what: for each facet, pairs of a record's id and a value that it carries."""
    places = {key: place for place, key in enumerate(ids)}
    return Carried(places, {facet: _masks(carriers, places) for facet, carriers in pairs.items()})


def counts(
    known: Carried, choice: Mapping[Facet, Value], *, within: int | None = None
) -> dict[Facet, dict[Value, int]]:
    """For each facet, how many records carry each value beside everything chosen of the other facets."""
    found: dict[Facet, dict[Value, int]] = {}
    for facet, masks in known.masks.items():
        others = {name: value for name, value in choice.items() if name != facet}
        rest = known.chosen(others, within)
        found[facet] = {value: (mask & rest).bit_count() for value, mask in masks.items()}
    return found


def _masks(pairs: Iterable[tuple[int, Value]], places: Mapping[int, int]) -> dict[Value, int]:
    by_value: dict[Value, list[int]] = {}
    for key, value in pairs:
        if key in places:
            by_value.setdefault(value, []).append(places[key])
    return {value: _mask(found, len(places)) for value, found in by_value.items()}


def _mask(places: Iterable[int], size: int) -> int:
    # Bit by bit into bytes: adding to a long number would copy it each time.
    bits = bytearray(size // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")
