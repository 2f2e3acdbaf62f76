"""What other rooms tell this one: the powers that can be granted, and what to do when a person leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.models.enums import ChoicesType
    from django.utils.functional import _StrPromise

    from .models import Organisation, Person


# Where the session remembers for whom the person has said they act: ("organisation" | "person", id).
ACTING_FOR = "acting_for"


@dataclass(frozen=True)
class Power:
    """Something that an office, a body or a person may be allowed to do. Its code never changes once used."""

    code: str
    meaning: "str | _StrPromise"


# (the codes found, the reader) -> the word for each, as far as there is one
Words = Callable[[set[Any], "Person"], Mapping[Any, Any]]

_powers: dict[str, Power] = {}
_exports: dict[str, Callable[["Person"], Any]] = {}
_words: dict[tuple[str, str], Words | Mapping[Any, Any]] = {}
_called: "dict[str, str | _StrPromise]" = {}
_ending: list[Callable[..., None]] = []
_matters: "dict[str, str | _StrPromise]" = {}
_forgetting: list[Callable[["Person"], None]] = []
_merging: list[Callable[["Person", "Person"], None]] = []
_merging_organisations: list[Callable[["Organisation", "Organisation"], None]] = []


def add_power(code: str, meaning: "str | _StrPromise") -> None:
    _powers[code] = Power(code, meaning)


def powers() -> dict[str, Power]:
    return dict(_powers)


def add_export(
    name: str,
    collect: Callable[["Person"], Any],
    *,
    words: "Mapping[str, ChoicesType]" = MappingProxyType({}),
    called: "Mapping[str, str | _StrPromise]" = MappingProxyType({}),
) -> None:
    """``collect(person)`` gives, as plain values, all that a room holds about that person.

    People read ``words`` in place of the codes in it, and its parts are ``called`` by these names.
    """
    _exports[name] = collect
    for part, choices in words.items():
        add_words(part, dict(choices.choices), within=name)
    add_called(called)


def exports() -> dict[str, Callable[["Person"], Any]]:
    return dict(_exports)


def add_words(name: str, words: Words | Mapping[Any, Any], *, within: str = "") -> None:
    """What people read in place of the codes handed out under this name, in one export or in all."""
    _words[within, name] = words


def words_for(export: str, name: str) -> Words | Mapping[Any, Any]:
    """The words for the codes of one name; none where the values are words already."""
    return _words.get((export, name)) or _words.get(("", name), {})


def add_called(names: "Mapping[str, str | _StrPromise]") -> None:
    """What the parts that a room hands out are called on the page that shows somebody their data."""
    _called.update(names)


def called() -> "dict[str, str | _StrPromise]":
    return dict(_called)


def when_gone(end: Callable[..., None]) -> None:
    """``end(actor=…, person=…)`` ends what somebody has in a room on the day they leave or die: part of that deed.

    What they wrote stays until it is forgotten.
    """
    _ending.append(end)


def ending() -> list[Callable[..., None]]:
    return list(_ending)


def add_matter(room: str, name: "str | _StrPromise") -> None:
    """Something people may ask a supporter to do for them, and nothing else; ``room`` is its app's label.

    All of the room's pages are closed to a supporter who acts for somebody that did not ask it of them.
    """
    _matters[room] = name


def matters() -> "dict[str, str | _StrPromise]":
    return dict(_matters)


def when_leaving(forget: Callable[["Person"], None]) -> None:
    """``forget(person)`` removes what a room holds about somebody who has left, inside one transaction."""
    _forgetting.append(forget)


def forgetting() -> list[Callable[["Person"], None]]:
    return list(_forgetting)


def when_merging(move: Callable[["Person", "Person"], None]) -> None:
    """``move(duplicate, kept)`` hands a room's records of one person over to another."""
    _merging.append(move)


def merging() -> list[Callable[["Person", "Person"], None]]:
    return list(_merging)


def when_merging_organisations(move: Callable[["Organisation", "Organisation"], None]) -> None:
    """``move(duplicate, kept)`` hands a room's records of one organisation over to another, inside one transaction.

    It may raise `ActionRefused` where two things that both have cannot become one.
    """
    _merging_organisations.append(move)


def merging_organisations() -> list[Callable[["Organisation", "Organisation"], None]]:
    return list(_merging_organisations)
