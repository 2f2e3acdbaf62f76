"""The raw counts this room offers to the evaluation, with the ids of what was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from .choices import is_fresh_from
from .models import Asset


@dataclass(frozen=True)
class CountedAsset:
    """One asset on the map today: what it is, whose, where, in which languages, checked within a year or not."""

    asset: int
    kind: str
    whose: str
    organisation: int | None
    sector: str | None
    areas: tuple[str, ...]
    in_all_wales: bool
    languages: tuple[str, ...]
    is_fresh: bool


def assets_on_the_map(today: date | None = None) -> Iterator[CountedAsset]:
    """Every asset that is not withdrawn, whoever may see it."""
    fresh = is_fresh_from(today or timezone.localdate())
    here = Asset.objects.filter(withdrawn_on__isnull=True).prefetch_related("areas").order_by("pk")
    for asset in here.iterator(chunk_size=500):
        yield CountedAsset(
            asset=asset.pk,
            kind=asset.kind,
            whose=asset.whose,
            organisation=asset.organisation_id,
            sector=asset.sector_id,
            areas=tuple(sorted(area.pk for area in asset.areas.all())),
            in_all_wales=asset.in_all_wales,
            languages=tuple(code for code in ("cy", "en") if getattr(asset, f"name_{code}")),
            is_fresh=asset.checked_on >= fresh,
        )
