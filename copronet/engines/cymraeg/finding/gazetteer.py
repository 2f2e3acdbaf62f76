"""Find the places of Wales in a text, by their Welsh or English name, mutated or not."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from copronet.engines.cymraeg.finding.words import folded, lowered
from copronet.engines.cymraeg.mutation import demutations
from copronet.engines.cymraeg.place import without_article

_PLACE_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_Names = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Place(NamedTuple):
    """A place named in a text: one code for all of its names, and where the name stands in characters."""

    code: str
    start: int
    end: int


def places_in(text: str, *, names_have_capitals: bool = True) -> Iterator[Place]:
    """Yield the places that a text names, the longest name where several begin with the same word.

    Rule: the first word may be mutated (yng Nghaerdydd), and must have a capital unless
    ``names_have_capitals`` is false, as in what people type to look for something.
    Source: ``places.toml``.
    """
    found = list(_PLACE_WORD.finditer(text))
    for at, word in enumerate(found):
        if names_have_capitals and not word.group()[0].isupper():
            continue
        for rest, code in _beginning_with(word.group()):
            last = at + len(rest)
            following = tuple(folded(lowered(each.group())) for each in found[at + 1 : last + 1])
            if following == rest:
                yield Place(code, word.start(), found[last].end())
                break


@lru_cache(maxsize=1 << 14)
def _beginning_with(written: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the further words and the code of each name that may begin with a word, longest first."""
    radicals = {folded(mutation.radical) for mutation in demutations(lowered(written))}
    found = [name for radical in sorted(radicals) for name in _names().get(radical, ())]
    return tuple(sorted(found, key=lambda name: -len(name[0])))


@cache
def _names() -> _Names:
    source = files(__package__).joinpath("places.toml").read_text(encoding="utf-8")
    names: _Names = {}
    for entry in (entry for section in tomllib.loads(source).values() for entry in section):
        code = "-".join(_words(entry[0]))
        for name in dict.fromkeys(each for full in entry for each in (full, without_article(full))):
            first, *rest = _words(name)
            names[first] = (*names.get(first, ()), (tuple(rest), code))
    return names


def _words(name: str) -> list[str]:
    return [folded(lowered(word)) for word in _PLACE_WORD.findall(name)]
