"""What other rooms tell the search: what of theirs is to be found, by what words and by whom."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils import translation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EVERYONE, MEMBERS = "everyone", "members"
"""Audiences that every site has. Others are named by the rooms that know them, such as "person.12"."""


@dataclass(frozen=True)
class Entry:
    """A record as the search knows it. ``audiences`` are codes; whoever has one of them may find it.

    ``texts`` are what it is found by beside its title, and shown; ``also`` what it is found by and not shown,
    being said elsewhere; ``addresses`` where it is read; all by language.
    """

    titles: dict[str, str]
    texts: dict[str, str]
    addresses: dict[str, str]
    also: Mapping[str, str] = field(default_factory=dict)
    audiences: Collection[str] = (EVERYONE,)
    area: str | None = None
    themes: Collection[str] = ()
    day: date | None = None


Describe = Callable[[Any], Entry | None]


@dataclass(frozen=True)
class Kind:
    """One kind of document: its records, what each is called in a heading, and how one is described."""

    model: type[Model]
    name: "str | _StrPromise"
    describe: Describe
    records: Callable[[], QuerySet[Any]]

    @property
    def code(self) -> str:
        return str(self.model._meta.label_lower)


_kinds: dict[str, Kind] = {}
_audiences: list[Callable[[Any], Iterable[str]]] = []
_leaning: dict[type[Model], list[tuple[str, Callable[[Any], QuerySet[Any]]]]] = {}


def add_search(
    model: type[Model],
    *,
    name: "str | _StrPromise",
    describe: Describe,
    records: Callable[[], QuerySet[Any]] | None = None,
    leans_on: Mapping[type[Model], Callable[[Any], QuerySet[Any]]] | None = None,
) -> None:
    """Let records of a model be found; ``name`` is a heading for several of them.

    ``describe(record)`` gives the `Entry`, or None for a record that nobody is to find. It is asked whenever
    a record is saved, in the same transaction, and reads that record alone. ``records`` gives all of them, with
    what describing them needs, for making the index anew. ``leans_on`` are other models by which they are
    described: what it gives for a record of one of those is described anew when that record changes.
    """
    kind = Kind(model, name, describe, records or model._base_manager.all)
    _kinds[kind.code] = kind
    for other, leaning in (leans_on or {}).items():
        _leaning.setdefault(other, []).append((kind.code, leaning))


def kinds() -> dict[str, Kind]:
    return dict(_kinds)


def kind_of(record: Model) -> Kind | None:
    """The kind of a record; None for a record as some migration knows it."""
    kind = _kinds.get(record._meta.label_lower)
    return kind if kind and isinstance(record, kind.model) else None


def leaning_on(record: Model) -> list[tuple[Kind, QuerySet[Any]]]:
    """The records that are described by what this one says, by their kind."""
    return [(_kinds[code], leaning(record)) for code, leaning in _leaning.get(type(record), [])]


def add_audience(codes: Callable[[Any], Iterable[str]]) -> None:
    """``codes(reader)`` gives the audiences that a signed-in reader belongs to, such as "space.7"."""
    _audiences.append(codes)


def audiences_of(reader: Any) -> list[str]:
    """The codes of all audiences that a reader belongs to; nobody at all is ``None``."""
    if not getattr(reader, "is_authenticated", False):
        return [EVERYONE]
    return sorted({EVERYONE, MEMBERS, *(code for codes in _audiences for code in codes(reader))})


# (code of a ring, language, word or words)
Rings = Callable[[], Iterable[tuple[str, str, str]]]
_rings: list[Rings] = []


def add_rings(words: Rings) -> None:
    """``words()`` gives rings of words for the same thing, each with the ring's code and its language."""
    _rings.append(words)


def rings() -> list[tuple[str, str, str]]:
    return [word for words in _rings for word in words()]


# Codes of themes -> their names for the present reader.
NamesOfThemes = Callable[[Iterable[str]], dict[str, Any]]
_theme_names: list[NamesOfThemes] = []


def add_theme_names(names: NamesOfThemes) -> None:
    """``names(codes)`` gives what themes are called, by their codes."""
    _theme_names.append(names)


def names_of_themes(codes: Iterable[str]) -> dict[str, Any]:
    wanted = list(codes)
    return {code: name for names in _theme_names if wanted for code, name in names(wanted).items()}


def sides(record: Model, *names: str) -> dict[str, str]:
    """What pairs of a record say in each language, one after the other."""
    return {
        code: "\n".join(filter(None, (str(getattr(record, f"{name}_{code}")) for name in names)))
        for code, _language in settings.LANGUAGES
    }


def read_at(name: str, *args: Any) -> dict[str, str]:
    """Where a record is read in each language, by the name of its address."""
    addresses = {}
    for code, _language in settings.LANGUAGES:
        with translation.override(code):
            addresses[code] = reverse(name, args=args)
    return addresses
