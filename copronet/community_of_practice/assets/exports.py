"""What the facets show as a file: CSV for a spreadsheet, GeoJSON (RFC 7946) for a map."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.spreadsheets.exports import BYTE_ORDER_MARK, FORMULAS

from .choices import Kind
from .models import Asset
from .queries.given_out import as_row, assets_given_out
from .queries.seeing import Reader

COLUMNS = (
    "number",
    "kind",
    "name_cy",
    "name_en",
    "about_cy",
    "about_en",
    "whose",
    "holder",
    "in_all_wales",
    "areas",
    "place_cy",
    "place_en",
    "latitude",
    "longitude",
    "access_cy",
    "access_en",
    "themes",
    "can_be_borrowed",
    "checked_on",
    "address",
)


class _Echo:
    """Gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def as_csv(assets: QuerySet[Asset], reader: Reader, site: str) -> Iterator[str]:
    """One row at a time, with the codes of the columns as headings: the same in both languages."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    yield writer.writerow(COLUMNS)
    for asset, holder in assets_given_out(assets, reader):
        row = {**as_row(asset, holder), "address": f"{site}{asset.get_absolute_url()}"}
        yield writer.writerow([_cell(row[column]) for column in COLUMNS])


def as_geojson(assets: QuerySet[Asset], reader: Reader, site: str) -> Iterator[str]:
    """A collection of features; one whose whereabouts are only told as areas has no geometry."""
    before = '{"type": "FeatureCollection", "features": ['
    for asset, holder in assets_given_out(assets, reader):
        yield before + json.dumps(_feature(asset, holder, site), ensure_ascii=False)
        before = ",\n"
    yield "]}" if before == ",\n" else before + "]}"


def _feature(asset: Asset, holder: str, site: str) -> dict[str, Any]:
    row = {**as_row(asset, holder), "address": f"{site}{asset.get_absolute_url()}"}
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    geometry = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": asset.pk, "geometry": geometry, "properties": row}


def as_linked_data(asset: Asset, site: str) -> dict[str, Any]:
    """An entry in the words of schema.org: its name in each language, its kind, where, and how fresh it is."""
    words = {
        name: [
            {"@language": code, "@value": getattr(asset, f"{stem}_{code}")}
            for code in Language.values
            if getattr(asset, f"{stem}_{code}")
        ]
        for name, stem in (("name", "name"), ("description", "about"))
    }
    square = asset.square
    geo = {"latitude": float(square.latitude), "longitude": float(square.longitude)} if square else None
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place" if asset.kind == Kind.SPACE else "Service",
        "@id": f"{site}{asset.get_absolute_url()}",
        "url": f"{site}{asset.get_absolute_url()}",
        "additionalType": asset.kind,
        **{name: value for name, value in words.items() if value},
        "areaServed": _areas_served(asset),
        "sdDatePublished": asset.checked_on.isoformat(),
    }
    if geo and asset.kind == Kind.SPACE:
        data["geo"] = {"@type": "GeoCoordinates", **geo}
    if asset.organisation:
        data["provider"] = {"@type": "Organization", "name": asset.organisation.name.text}
    return data


def _areas_served(asset: Asset) -> list[dict[str, str]]:
    areas = sorted(asset.areas.all(), key=lambda area: area.pk)
    named = [{"@type": "AdministrativeArea", "name": area.name.text, "identifier": area.pk} for area in areas]
    return [{"@type": "Country", "name": _("Wales")}] if asset.in_all_wales else named


def _cell(value: Any) -> str:
    text = ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
    is_number = isinstance(value, float | int)
    return f"'{text}" if text.startswith(FORMULAS) and not is_number else text
