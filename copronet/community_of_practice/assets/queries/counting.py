"""How many assets carry what, for the facets and the map: reckoned from a copy of their facets in memory.

A copy is made anew when an asset has changed since; of a large map at most once a minute, so that counts may be
a minute old. Lists are always read from the database.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from time import monotonic
from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet
from django.utils import timezone

from copronet.common_ground.places.models import Area
from copronet.community_of_practice.assets.choices import is_fresh_from
from copronet.community_of_practice.assets.models import Asset
from copronet.engines.facets import Carried, carried, counts

from .seeing import Reader, audiences_of

LARGE = 5000  # assets from which on counts may be a minute old
A_MINUTE = 60  # seconds
SEEN_BY = "seen_by"
YES = "1"
ALL_WALES = "wales"


@dataclass(frozen=True)
class Copy:
    """The facets of every asset on the map, when they were read, and what the newest change was then."""

    known: Carried
    stamp: tuple[str, date, datetime | None]
    read_at: float

    def is_good(self, stamp: tuple[str, date, datetime | None]) -> bool:
        is_young = len(self.known.places) >= LARGE and monotonic() - self.read_at < A_MINUTE
        return self.stamp == stamp or (is_young and self.stamp[:2] == stamp[:2])

    def counts(
        self, reader: Reader, choice: Mapping[str, str], found: QuerySet[Asset] | None = None
    ) -> dict[str, dict[str, int]]:
        """For each facet, how many assets that this reader sees carry each value beside all else that is chosen.

        ``found`` are those that a search found, where words were typed.
        """
        return counts(self.known, choice, within=self._seen(reader, found))

    def how_many(
        self, reader: Reader, choice: Mapping[str, str], found: QuerySet[Asset] | None = None
    ) -> int:
        """How many assets fit the whole choice."""
        return self.known.chosen(choice, self._seen(reader, found)).bit_count()

    def _seen(self, reader: Reader, found: QuerySet[Asset] | None) -> int:
        seen = 0
        for audience in audiences_of(reader):
            seen |= self.known.masks[SEEN_BY].get(audience.value, 0)
        if found is None:
            return seen
        return seen & self.known.mask_of(found.order_by().values_list("pk", flat=True))


_copies: dict[str, Copy] = {}


def present_copy() -> Copy:
    """The copy to count by, made anew where it has to be."""
    name = str(connection.settings_dict["NAME"])
    stamp = (name, timezone.localdate(), Asset.objects.aggregate(newest=Max("changed_at"))["newest"])
    kept = _copies.get(name)
    if kept is None or not kept.is_good(stamp):
        kept = _copies[name] = Copy(_read(timezone.localdate()), stamp, monotonic())
    return kept


def _read(today: date) -> Carried:
    here = Asset.objects.filter(withdrawn_on__isnull=True)
    rows = list(
        here.order_by("pk").values_list(
            "pk",
            "kind",
            "sector_id",
            "seen_by",
            "checked_on",
            "name_cy",
            "name_en",
            "in_all_wales",
            "can_be_borrowed",
        )
    )
    boards = dict(Area.objects.values_list("code", "health_board_id"))
    areas = list(Asset.areas.through.objects.values_list("asset_id", "area_id"))
    themes = Asset.themes.through.objects.values_list("asset_id", "theme__code")
    fresh = is_fresh_from(today)
    return carried(
        [row[0] for row in rows],
        {
            "kind": ((row[0], row[1]) for row in rows),
            "sector": ((row[0], row[2]) for row in rows if row[2]),
            SEEN_BY: ((row[0], row[3]) for row in rows),
            "fresh": ((row[0], YES) for row in rows if row[4] >= fresh),
            "language": _languages(rows),
            "area": [*areas, *((row[0], ALL_WALES) for row in rows if row[7])],
            "board": ((asset, boards[area]) for asset, area in areas),
            "borrow": ((row[0], YES) for row in rows if row[8]),
            "theme": themes,
        },
    )


def _languages(rows: list[Any]) -> Iterator[tuple[int, str]]:
    for row in rows:
        if row[5]:
            yield row[0], "cy"
        if row[6]:
            yield row[0], "en"
