"""Assets as the search knows them: by what their pages say, for those who may open them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import override

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.queries import holds, organisations_of
from copronet.common_ground.places.models import Area
from copronet.common_ground.search.registry import EVERYONE, MEMBERS, Entry, read_at, sides
from copronet.community_of_practice.assets.choices import SeenBy
from copronet.community_of_practice.assets.models import Asset

LOOKS_AFTER = "assets.look_after"


def asset_entry(asset: Asset) -> Entry | None:
    """An asset by its name, what is said about it, and where it is; one that is withdrawn is not to be found."""
    if asset.is_withdrawn:
        return None
    areas = list(asset.areas.all())
    return Entry(
        sides(asset, "name"),
        sides(asset, "about", "place"),
        read_at("assets:asset", asset.pk),
        also={code: _also(asset, areas, code) for code in Language.values},
        audiences=_audiences(asset),
        area=areas[0].pk if len(areas) == 1 else None,
        themes=[theme.code for theme in asset.themes.all()],
        day=asset.checked_on,
    )


def assets_to_find() -> QuerySet[Asset]:
    return Asset.objects.prefetch_related("areas", "themes", "stewards")


def audiences_in_assets(reader: Any) -> Iterator[str]:
    """The organisations somebody acts for, and whoever looks after all assets."""
    yield from (f"organisation.{key}" for key in organisations_of(reader).values_list("pk", flat=True))
    if holds(reader, LOOKS_AFTER):
        yield LOOKS_AFTER


def _audiences(asset: Asset) -> list[str]:
    if asset.seen_by == SeenBy.EVERYONE:
        return [EVERYONE]
    nearer = [LOOKS_AFTER, *(f"person.{steward.pk}" for steward in asset.stewards.all())]
    if asset.person_id:
        nearer.append(f"person.{asset.person_id}")
    if asset.organisation_id:
        nearer.append(f"organisation.{asset.organisation_id}")
    return [MEMBERS, *nearer] if asset.seen_by == SeenBy.MEMBERS else nearer


def _also(asset: Asset, areas: list[Area], language: str) -> str:
    """What it is, and where, in the words of a language."""
    with override(language):
        return "\n".join([asset.get_kind_display(), *(str(area.name) for area in areas)])
