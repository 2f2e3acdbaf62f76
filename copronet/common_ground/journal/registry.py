"""What other rooms tell the journal: the verbs of their deeds, and what to do when a record is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Model

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Verb:
    """One kind of deed: ``code`` in the journal, ``sentence`` on activity pages, seen by all or not."""

    code: str
    sentence: "str | _StrPromise"
    is_public: bool


OnSave = Callable[[Model, dict[str, Any]], None]

_verbs: dict[str, Verb] = {}
_on_save: list[OnSave] = []


def add_verb(code: str, sentence: "str | _StrPromise", *, public: bool = False) -> None:
    """Make a deed known. Its code is ``app.what_was_done`` and never changes once used."""
    _verbs[code] = Verb(code, sentence, public)


def verb(code: str) -> Verb:
    """The verb of that code; a deed nobody announced is a mistake and raises KeyError."""
    return _verbs[code]


def verbs() -> list[Verb]:
    return list(_verbs.values())


def when_saved(act: OnSave) -> None:
    """Call ``act(record, before)`` inside the transaction of each save; a new record has an empty before."""
    _on_save.append(act)


def after_saving(record: Model, before: dict[str, Any]) -> None:
    for act in _on_save:
        act(record, before)
