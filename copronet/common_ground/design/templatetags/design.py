"""What the frame of every page asks: the network's name, its links, the other language."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.encoding import iri_to_uri
from django.utils.http import escape_leading_slashes
from django.utils.translation import override

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
    if request is None:
        return [(code, "/") for code in ("cy", "en")]
    return [(code, _in_language(request, code)) for code in ("cy", "en")]


def _in_language(request: HttpRequest, code: str) -> str:
    """The same page; where none stands at the address, the same words under the other prefix."""
    address = escape_leading_slashes(request.get_full_path())
    translated = _found_again(request, code) or translate_url(address, code)
    if translated == address and address[:4] in ("/cy/", "/en/"):
        return f"/{code}/{address[4:]}"
    return translated


def _found_again(request: HttpRequest, code: str) -> str:
    """What was found at the address, in a language, without looking for it again; empty where nothing was."""
    found = getattr(request, "resolver_match", None)
    if not (found and found.url_name):
        return ""
    try:
        with override(code):
            path = reverse(found.view_name, args=found.args, kwargs=found.kwargs)
    except NoReverseMatch:
        return ""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{iri_to_uri(query)}" if query else path


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
