"""Finding the asset that a row of a table speaks of, and how one stands, to notice a change meanwhile."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from django.db.models import Q

from copronet.common_ground.people.models import Organisation, Person
from copronet.community_of_practice.assets.models import Asset

AT_ONCE = 500
PLAIN = (
    "kind",
    "name_cy",
    "name_en",
    "about_cy",
    "about_en",
    "place_cy",
    "place_en",
    "access_cy",
    "access_en",
    "in_all_wales",
    "can_be_borrowed",
    "seen_by",
)


def asset_like(said: Mapping[str, str], holder: Person | Organisation | None) -> Asset | None:
    """The asset of the number a row gives; else of that name, in either language, and that holder."""
    number = said.get("number", "")
    if number.isdecimal() and len(number) < 18:
        return Asset.objects.filter(pk=int(number)).first()
    whose = {
        "organisation": holder if isinstance(holder, Organisation) else None,
        "person": holder if isinstance(holder, Person) else None,
    }
    named = Q()
    for name in ("name_cy", "name_en"):
        if said.get(name):
            named |= Q(**{f"{name}__iexact": said[name]})
    return Asset.objects.filter(named, **whose).order_by("id").first() if named else None


def stands(asset: Asset) -> dict[str, Any]:
    """What a table can change of an asset, as JSON values."""
    return {
        **{name: getattr(asset, name) for name in PLAIN},
        "areas": sorted(area.pk for area in asset.areas.all()),
        "themes": sorted(theme.code for theme in asset.themes.all()),
        "north": asset.north,
        "east": asset.east,
    }


def fingerprint(asset: Asset) -> str:
    """A short text that changes with anything that a table can change, and when it is withdrawn."""
    return sha256(str([stands(asset), asset.withdrawn_on]).encode()).hexdigest()[:32]


def assets_as_rows() -> Iterator[dict[str, Any]]:
    """Every asset on the map, in the order they were added."""
    assets = Asset.objects.filter(withdrawn_on__isnull=True).select_related("organisation", "person")
    for asset in assets.prefetch_related("areas", "themes").order_by("pk").iterator(chunk_size=AT_ONCE):
        square = asset.square
        here = stands(asset)
        yield {
            **{name: here[name] for name in PLAIN},
            "number": asset.pk,
            "kind": str(asset.get_kind_display()),
            "organisation": str(asset.organisation or ""),
            "person": str((asset.person.email or asset.person.pk) if asset.person else ""),
            "areas": "; ".join(area.name.text for area in asset.areas.all()),
            "themes": "; ".join(theme.name.text for theme in asset.themes.all()),
            "point": f"{square.latitude}, {square.longitude}" if square else "",
        }
