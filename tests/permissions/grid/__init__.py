"""Who may open what, one module for each room.

A module holds ``PAGES`` (what GET answers, by the name of the address; every address must be here) and
``DEEDS`` (what POST answers: a list of name and row). A new room adds a module; nothing is registered.
What all its rows stand on and is slow to make, ``lay_ground()`` makes once for many tests.

    PAGES = {
        "plan:activity": page(200, at=lambda: {"pk": ActivityFactory().pk}),
        "plan:change": page(403, anonymous=SIGN_IN, network_director=200, at=…),
    }
    DEEDS = [("plan:change", deed(403, anonymous=SIGN_IN, network_director=302, sends={…}, at=…))]
"""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from tests.permissions.rows import Row

_MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]

PAGES: dict[str, Row] = {name: row for module in _MODULES for name, row in module.PAGES.items()}
DEEDS: list[tuple[str, Row]] = [deed for module in _MODULES for deed in getattr(module, "DEEDS", [])]
GROUNDS: list[Callable[[], object]] = [
    module.lay_ground for module in _MODULES if hasattr(module, "lay_ground")
]
