"""Tables of assets that come in."""

from .assets import AssetSheet

__all__ = ["AssetSheet"]
