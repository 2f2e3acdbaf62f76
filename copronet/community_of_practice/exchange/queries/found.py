"""Offers and requests as the search knows them."""

from typing import Any

from django.db.models import QuerySet

from copronet.common_ground.search.registry import EVERYONE, MEMBERS, Entry, read_at, sides
from copronet.community_of_practice.exchange.choices import SeenBy
from copronet.community_of_practice.exchange.models import Side


def side_entry(side: Side) -> Entry | None:
    """By what it says and where; what no longer stands is not to be found."""
    if not side.is_open:
        return None
    areas = list(side.areas.all())
    return Entry(
        sides(side, "what"),
        sides(side, "about"),
        read_at(f"exchange:{side.kind.value}", side.pk),
        audiences=[EVERYONE if side.seen_by == SeenBy.EVERYONE else MEMBERS],
        area=areas[0].pk if len(areas) == 1 else None,
        themes=[theme.code for theme in side.themes.all()],
        day=side.made_on,
    )


def sides_to_find(model: type[Side]) -> QuerySet[Any]:
    return model._default_manager.prefetch_related("areas", "themes")
