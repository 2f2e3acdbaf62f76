"""Assets as rows of a file: exactly what the facets show, and no more than the page of each says."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from copronet.community_of_practice.assets.models import Asset

from .listing import holders_named, with_what_is_shown
from .seeing import Reader

AT_ONCE = 500


def assets_given_out(assets: QuerySet[Asset], reader: Reader) -> Iterator[tuple[Asset, str]]:
    """Each asset with the name of its holder as far as the reader may know it, some at a time."""
    keys = list(assets.values_list("pk", flat=True))
    for some in _by(AT_ONCE, keys):
        found = {asset.pk: asset for asset in with_what_is_shown(Asset.objects.filter(pk__in=some))}
        here = [found[key] for key in some if key in found]
        names = holders_named(here, reader)
        for asset in here:
            yield asset, _holder(asset, names)


def _by(size: int, keys: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(keys), size):
        yield keys[first : first + size]


def _holder(asset: Asset, names: dict[int, str]) -> str:
    return asset.organisation.name.text if asset.organisation else names.get(asset.person_id or 0, "")


def as_row(asset: Asset, holder: str) -> dict[str, Any]:
    """An asset as one row, with both languages side by side."""
    areas = sorted(asset.areas.all(), key=lambda area: area.pk)
    square = asset.square
    return {
        "number": asset.pk,
        "kind": asset.kind,
        "name_cy": asset.name_cy,
        "name_en": asset.name_en,
        "about_cy": asset.about_cy,
        "about_en": asset.about_en,
        "whose": asset.whose,
        "holder": holder,
        "in_all_wales": asset.in_all_wales,
        "areas": [area.pk for area in areas],
        "place_cy": asset.place_cy,
        "place_en": asset.place_en,
        "latitude": float(square.latitude) if square else None,
        "longitude": float(square.longitude) if square else None,
        "access_cy": asset.access_cy,
        "access_en": asset.access_en,
        "themes": [theme.code for theme in asset.themes.all()],
        "can_be_borrowed": asset.can_be_borrowed,
        "checked_on": asset.checked_on.isoformat(),
    }
