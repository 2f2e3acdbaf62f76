"""What the frame of every page asks: the network's name, its links, the other language."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.http import escape_leading_slashes

from copronet.common_ground.design.registry import Place, links, more_links

register = template.Library()


@dataclass(frozen=True)
class ShownLink:
    name: Any
    address: str
    current: str  # the value of aria-current, or nothing


@register.filter
def language_pair(request: HttpRequest | None) -> list[tuple[str, str]]:
    """Welsh and English addresses of the page being read, same object and same query, Welsh first."""
    address = escape_leading_slashes(request.get_full_path()) if request else "/"
    return [(code, _in_language(address, code)) for code in ("cy", "en")]


def _in_language(address: str, code: str) -> str:
    """The same page; where none stands at the address, the same words under the other prefix."""
    translated = translate_url(address, code)
    if translated == address and address[:4] in ("/cy/", "/en/"):
        return f"/{code}/{address[4:]}"
    return translated


@register.simple_tag
def network_name() -> str:
    return str(settings.NETWORK_NAME)


@register.simple_tag(takes_context=True)
def links_of(context: dict[str, Any], place: Place) -> list[ShownLink]:
    """The links that other rooms have put into this place and that this reader is shown."""
    request = context.get("request")
    if request is None:
        return []
    if not hasattr(
        request, "user"
    ):  # refused before anybody asked who it was; the error page has its links too
        request.user = AnonymousUser()
    named = [(link.name, reverse(link.address)) for link in links(place) if link.shown(request)]
    return [
        ShownLink(name, address, _current(request.path, address))
        for name, address in [*named, *more_links(place, request)]
    ]


def _current(path: str, address: str) -> str:
    if path == address:
        return "page"
    return "true" if path.startswith(address) and address.count("/") > 2 else ""
