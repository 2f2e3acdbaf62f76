"""The list of the map: what fits the facets and the words, in alphabetical order."""

from collections.abc import Mapping
from typing import Any

from django.db.models import BigIntegerField, Prefetch, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.queries import names_for
from copronet.common_ground.places.models import Area
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries.asking import asked
from copronet.common_ground.search.queries.matching import within
from copronet.common_ground.search.registry import audiences_of as search_audiences
from copronet.community_of_practice.assets.choices import is_fresh_from
from copronet.community_of_practice.assets.models import Asset, AssetPicture

from .counting import ALL_WALES
from .seeing import Reader, in_order, on_the_map

KIND = "assets.asset"


def fitting(reader: Reader, choice: Mapping[str, str]) -> QuerySet[Asset]:
    """The assets on the map that carry everything chosen, in the order of the reader's alphabet."""
    assets = on_the_map(reader)
    for name, value in choice.items():
        assets = assets.filter(_condition(name, value))
    return in_order(assets)


def _condition(name: str, value: str) -> Q:
    """A link to many is asked apart, so that no asset comes twice."""
    if name == "area":
        return Q(in_all_wales=True) if value == ALL_WALES else _linked(Asset.areas, area=value)
    if name == "board":
        return _linked(Asset.areas, area__in=Area.objects.filter(health_board=value).values("code"))
    if name == "theme":
        return _linked(Asset.themes, theme__code=value)
    if name == "language":
        return ~Q(**{f"name_{value}": ""})
    if name == "fresh":
        return Q(checked_on__gte=is_fresh_from(timezone.localdate()))
    return Q(**{{"borrow": "can_be_borrowed"}.get(name, name): True if name == "borrow" else value})


def _linked(relation: Any, **condition: Any) -> Q:
    return Q(pk__in=relation.through.objects.filter(**condition).values("asset_id"))


def saying(words: str, reader: Reader) -> QuerySet[Asset]:
    """The assets that a search for these words finds, in whatever form the words stand."""
    wanted = asked(words, reading_language().value, search_audiences(reader), {"kind": KIND})
    if not wanted.words:
        return Asset.objects.none()
    documents = within(Document.objects.filter(kind=KIND), wanted)
    return Asset.objects.filter(
        pk__in=documents.annotate(asset=Cast("object_id", BigIntegerField())).values("asset")
    )


def with_what_is_shown(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    """With all that a line of the list reads."""
    return assets.select_related("organisation", "person").prefetch_related("areas", "themes")


def with_what_a_page_shows(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    pictures = Prefetch(
        "pictures", AssetPicture.objects.select_related("picture").prefetch_related("picture__renditions")
    )
    return assets.select_related("organisation", "person", "event").prefetch_related(
        "areas", "themes", pictures
    )


def holders_named(assets: list[Asset], reader: Reader) -> dict[int, str]:
    """The names of the people who hold these, as far as each lets this reader know; by the person's id."""
    people = {asset.person_id for asset in assets if asset.person_id}
    return names_for(people, reader) if people else {}
