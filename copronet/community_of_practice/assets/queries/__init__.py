"""Reading assets: who may see which, lists and facets, whom to ask, what is given out."""

from .found import asset_entry, assets_to_find, audiences_in_assets
from .seeing import is_open_to, looked_after_by, of_holder, on_the_map, sector_of
from .speaking import actor_for, holders_open_to
from .versions import kept_in_versions

__all__ = [
    "actor_for",
    "asset_entry",
    "assets_to_find",
    "audiences_in_assets",
    "holders_open_to",
    "is_open_to",
    "kept_in_versions",
    "looked_after_by",
    "of_holder",
    "on_the_map",
    "sector_of",
]
