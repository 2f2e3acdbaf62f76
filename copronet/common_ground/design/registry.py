"""What other rooms put into pages: links in the header, the account corner and the footer; panels in a room's pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

Place = Literal["main", "account", "footer"]


@dataclass(frozen=True)
class Link:
    """``address`` is the name of a URL; ``shown`` says for whom the link is there."""

    name: "str | _StrPromise"
    address: str
    order: int
    shown: "Callable[[HttpRequest], bool]"


Source = Callable[["HttpRequest"], "list[tuple[Any, str]]"]

_links: dict[tuple[Place, str], Link] = {}
_sources: dict[Place, list[Source]] = {}


def add_link(
    place: Place,
    name: "str | _StrPromise",
    address: str,
    *,
    order: int = 50,
    shown: "Callable[[HttpRequest], bool]" = lambda _request: True,
) -> None:
    """Show a link on every page: ``add_link("main", _("Our plan"), "plan:plan", order=20)``."""
    _links[place, address] = Link(name, address, order, shown)


def links(place: Place) -> list[Link]:
    return sorted(
        (link for (where, _), link in _links.items() if where == place), key=lambda link: link.order
    )


def add_links(place: Place, source: Source) -> None:
    """Show links that are data: ``source(request)`` gives their names and addresses, asked for on every page."""
    _sources.setdefault(place, []).append(source)


def more_links(place: Place, request: "HttpRequest") -> "list[tuple[Any, str]]":
    return [link for source in _sources.get(place, []) for link in source(request)]


# Gives the HTML of a panel for this request about this record (None for a page about nothing in particular);
# an empty text where it has nothing to show to this reader.
Show = Callable[["HttpRequest", Any], str]

_panels: dict[str, list[tuple[int, Show]]] = {}


def add_panel(place: str, show: Show, *, order: int = 50) -> None:
    """Show something of one's own on another room's page, such as ``organisation``, ``person`` or ``workbench``."""
    _panels.setdefault(place, []).append((order, show))


def panels(place: str, request: "HttpRequest", about: Any = None) -> list[str]:
    """What the rooms show in that place, in order; those with nothing to show are left out."""
    in_order = sorted(_panels.get(place, []), key=lambda panel: panel[0])
    return [shown for _order, show in in_order if (shown := show(request, about))]
