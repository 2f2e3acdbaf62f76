"""The keys of a document: the words of both its languages, who may find it, and what it can be narrowed by."""

from collections.abc import Iterable
from dataclasses import dataclass

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.search.choices import LEVELS
from copronet.common_ground.search.registry import EVERYONE, Entry

from .analysing import analyser
from .rings import RING, rings_in

IN_TITLE, EXACT, STEM = "^", "=", "cy~"
COUNTS_AS_RING = 0.6
_COUNTS_IN_TITLE = 0.6
_WORTH_PROPOSING = 4
_MOST = 20_000  # of one document: a tsvector holds no more than a megabyte
_LOWEST = {"a": 0.95, "b": 0.55, "c": 0.35, "d": 0.0}
# At which levels keys of a kind are kept, the highest first: the rest need no looking.
_KEPT_AT = {"=": "d", "^": "a", "cy:": "abcd", "cy~": "cd", "en:": "a", "place:": "a", "ring:": "b"}

Matches = list[tuple[int, int]]
"""Ids of documents, with their points."""


@dataclass(frozen=True)
class Keys:
    """What a document is kept under: its keys by level, and "f" for what narrows down; its words; its title's.

    The words, each with its language, may be proposed to whoever mistypes them.
    """

    levels: dict[str, list[str]]
    words: set[tuple[str, str]]
    of_title: set[str]


def keys_of(kind: str, entry: Entry) -> Keys:
    """Return what a document is kept under, the strongest keys first where there are too many."""
    weights: dict[str, float] = {}
    words: set[tuple[str, str]] = set()
    for language in Language.values:
        _weigh(entry.titles.get(language, ""), language, weights, words, in_title=True)
        for text in (entry.texts, entry.also):
            _weigh(text.get(language, ""), language, weights, words)
    weights |= {RING + code: COUNTS_AS_RING for code in entry.themes}
    strongest = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:_MOST]
    levels: dict[str, list[str]] = {level: [] for level in LEVELS}
    for key, weight in strongest:
        levels[_level(weight)].append(key)
    beginning = IN_TITLE + EXACT
    of_title = {key.removeprefix(beginning) for key in weights if key.startswith(beginning)}
    return Keys(levels | {"f": sorted(_facets(kind, entry))}, words, of_title)


def levels_of(key: str) -> str:
    """At which levels a key may be kept, the highest first."""
    return next((levels for beginning, levels in _KEPT_AT.items() if key.startswith(beginning)), "abcd")


def worth(points: int, level: str) -> int:
    """What a key that counts so much is worth in a document that keeps it at that level."""
    return points * LEVELS[level]


def as_stored(key: str) -> str:
    """A key as both databases can hold it, whatever was typed or written."""
    return key.replace("'", "’")


def _weigh(
    text: str,
    language: str,
    weights: dict[str, float],
    words: set[tuple[str, str]],
    *,
    in_title: bool = False,
) -> None:
    keys = list(analyser().analyse(text, language)) if text else []
    for ring in rings_in(keys, language):
        weights[RING + ring.code] = COUNTS_AS_RING
    for key in keys:
        stored, weight = as_stored(key.key), key.weight
        weights[stored] = max(weight, weights.get(stored, 0.0))
        is_exact = stored.startswith(EXACT)
        if in_title and (is_exact or weight >= _COUNTS_IN_TITLE):
            weights[IN_TITLE + stored] = 1.0
        if is_exact and len(stored) > _WORTH_PROPOSING and stored[1:].isalpha():
            words.add((stored[1:], language))


def _level(weight: float) -> str:
    return next(level for level, lowest in _LOWEST.items() if weight >= lowest)


def _facets(kind: str, entry: Entry) -> Iterable[str]:
    yield from (facet("audience", code) for code in entry.audiences)
    if EVERYONE not in entry.audiences:
        yield CLOSED
    yield facet("kind", kind)
    if entry.area:
        yield facet("area", entry.area)
    if entry.day:
        yield facet("year", str(entry.day.year))
    yield from (facet("theme", code) for code in entry.themes)
    yield from (
        facet("language", code) for code in Language.values if entry.titles.get(code) or entry.texts.get(code)
    )


def facet(name: str, value: str) -> str:
    """The key of one value by which people, or the law, narrow a search."""
    plain = "".join(
        each if (each.isascii() and each.isalnum()) or each in "._-" else "-" for each in value.lower()
    )
    return f"@{name}:{plain}"


OPEN, CLOSED = facet("audience", EVERYONE), "@closed"
"""What everybody may find has the first key, all else the second."""
