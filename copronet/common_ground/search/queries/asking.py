"""What somebody asks for: the words they typed, as keys of both languages, and how far they narrowed it down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.search.choices import FACETS
from copronet.engines.cymraeg.finding import QueryWord

from .analysing import analyser
from .keys import IN_TITLE, as_stored, facet
from .rings import RING, rings_in

_LONGEST = 300
_MOST_WORDS = 12
_UNIT = re.compile(r"\S+")
_RING_ASKED = 30
_IN_OTHER_LANGUAGE = 0.5
_COUNTS_IN_TITLE = 0.6


@dataclass(frozen=True)
class Asked:
    """Words, each with the keys and hundredths of a point that finding one counts; and what limits them."""

    words: tuple[dict[str, int], ...]
    limits: tuple[tuple[str, ...], ...]  # of each, a document must have one
    newer_than: int = 0  # only documents with a higher number
    only_holds: bool = False  # none of the words tells anything: they only hold a sentence together

    @property
    def points(self) -> dict[str, int]:
        """What finding each key counts, whichever word asks for it."""
        points: dict[str, int] = {}
        for word in self.words:
            for key, worth in word.items():
                points[key] = max(worth, points.get(key, 0))
        return points


def asked(typed: str, language: str, audiences: list[str], facets: Mapping[str, str]) -> Asked:
    """Return what is asked for. Words that only hold a sentence together are left out if others stand beside them."""
    words, only_holds = _words(typed[:_LONGEST], language)
    return Asked(tuple(words), limits(audiences, facets), only_holds=only_holds)


def limits(audiences: list[str], facets: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return the keys of which a document must have one each, whatever its words."""
    chosen = [(facet(name, facets[name]),) for name in FACETS if facets.get(name)]
    return (tuple(facet("audience", code) for code in audiences), *chosen)


def _words(typed: str, language: str) -> tuple[list[dict[str, int]], bool]:
    named = [
        ring for code in Language.values for ring in rings_in(list(analyser().analyse(typed, code)), code)
    ]
    words = []
    for unit in _UNIT.finditer(typed):
        rings = {
            RING + ring.code: _RING_ASKED
            for ring in named
            if ring.start < unit.end() and unit.start() < ring.end
        }
        words += [(keys | rings, holds_together) for keys, holds_together in _in_both(unit.group(), language)]
    telling = [keys for keys, holds_together in words if not holds_together]
    return (telling or [keys for keys, _holds_together in words])[:_MOST_WORDS], not telling


def _in_both(unit: str, language: str) -> list[tuple[dict[str, int], bool]]:
    """The words of a piece without spaces, each with its keys in both languages."""
    own, other = (analyser().query_words(unit, code) for code in (language, Language(language).other.value))
    if len(own) != len(other):  # an apostrophe parts Welsh words only
        own, other = _as_one(own), _as_one(other)
    return [
        (_keys(one, two), _holds_together(one, two, language)) for one, two in zip(own, other, strict=True)
    ]


def _as_one(words: tuple[QueryWord, ...]) -> tuple[QueryWord, ...]:
    telling = [word for word in words if not word.is_function_word] or list(words)
    keys = tuple(key for word in telling for key in word.keys)
    return (QueryWord(telling[0].written, keys, all(word.is_function_word for word in words)),)


def _keys(own: QueryWord, other: QueryWord) -> dict[str, int]:
    points: dict[str, int] = {}
    for keys, factor in ((own.keys, 1.0), (other.keys, _IN_OTHER_LANGUAGE)):
        for key, weight in keys:
            stored, worth = as_stored(key), round(100 * weight * factor)
            points[stored] = max(worth, points.get(stored, 0))
            if weight >= _COUNTS_IN_TITLE:
                points[IN_TITLE + stored] = max(worth, points.get(IN_TITLE + stored, 0))
    return points


def _holds_together(own: QueryWord, other: QueryWord, language: str) -> bool:
    if own.is_function_word or not other.is_function_word:
        return own.is_function_word
    return not (language == Language.WELSH and analyser().lexicon.is_lemma(own.written.lower()))
