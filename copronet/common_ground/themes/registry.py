"""What other rooms show on the page of a theme."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import Theme

# (the theme, the reader) -> what the template of the panel needs; None where there is nothing to show.
Collect = Callable[["Theme", Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Panel:
    template: str
    collect: Collect
    order: int


_panels: dict[str, Panel] = {}


def add_panel(template: str, collect: Collect, *, order: int = 50) -> None:
    """Show on each theme's page ``template``, which reads what ``collect(theme, reader)`` gives as ``panel``.

    Whoever registers asks in ``collect`` what this reader may see, with the same number of queries however
    much there is.
    """
    _panels[template] = Panel(template, collect, order)


def panels() -> list[Panel]:
    return sorted(_panels.values(), key=lambda panel: panel.order)
