"""Where an asset is and whose it is, in a few words."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from copronet.community_of_practice.assets.models import Asset

register = template.Library()


@register.simple_tag
def where(asset: Asset) -> SafeString:
    """The community or route, then all of Wales or the areas by name."""
    areas = sorted(asset.areas.all(), key=lambda area: area.name.text)
    named: list[Any] = [_("All of Wales")] if asset.in_all_wales else [area.name for area in areas]
    place = [asset.place] if asset.place else []
    return format_html_join(", ", "{}", ((name,) for name in [*place, *named]))


@register.filter
def held_by(asset: Asset, names: Mapping[int, str]) -> Any:
    """The organisation, or the person as far as the reader may know the name; nothing otherwise."""
    if asset.organisation:
        return asset.organisation.name
    return format_html("{}", names.get(asset.person_id or 0, ""))
