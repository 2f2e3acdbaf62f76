"""Charts and maps, each with its sentence and its table or list."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from copronet.common_ground.design.tables import BarChart, Tile, TileMap
from copronet.common_ground.places.models import Area, HealthBoard
from copronet.common_ground.places.queries import areas_by_board

register = template.Library()

STEP = 100  # from one tile to the next, in the map's own units
GAP = 8


@dataclass(frozen=True)
class DrawnTile:
    area: Area
    tile: Tile
    shade: int
    x: int
    y: int


@register.simple_tag
def bar_chart(chart: BarChart) -> SafeString:
    return render_to_string("components/bar_chart.html", {"chart": chart, "id": _id("chart", chart.title)})


@register.simple_tag
def tile_map(shown: TileMap) -> SafeString:
    """The 22 areas as equal tiles, grouped by health board, with the list of them beside the map."""
    drawn = [_draw(shown, area) for area in areas_by_board()]
    boards: dict[HealthBoard, list[DrawnTile]] = {}
    for tile in drawn:
        boards.setdefault(tile.area.health_board, []).append(tile)
    values = {
        "map": shown,
        "id": _id("map", shown.title),
        "tiles": drawn,
        "boards": [(board, tiles, _joints(tiles)) for board, tiles in boards.items()],
        "width": (max(tile.area.column for tile in drawn) + 1) * STEP,
        "height": (max(tile.area.row for tile in drawn) + 1) * STEP,
        "has_links": any(tile.tile.address for tile in drawn),
    }
    return render_to_string("components/tile_map.html", values)


def _id(kind: str, title: Any) -> str:
    return f"{kind}-{slugify(title)}"


def _draw(shown: TileMap, area: Area) -> DrawnTile:
    return DrawnTile(
        area=area,
        tile=shown.tile(area.code),
        shade=shown.shade(area.code),
        x=area.column * STEP,
        y=area.row * STEP,
    )


def _joints(tiles: list[DrawnTile]) -> list[tuple[int, int, int, int]]:
    """Rectangles that join neighbours of one board into one ground: (x, y, width, height)."""
    places = {(tile.x, tile.y) for tile in tiles}
    across = [(x + STEP // 2, y, STEP, STEP) for x, y in places if (x + STEP, y) in places]
    down = [(x, y + STEP // 2, STEP, STEP) for x, y in places if (x, y + STEP) in places]
    return sorted(across + down)
