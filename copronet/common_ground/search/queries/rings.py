"""Rings of words for the same thing in both languages, found in texts and queries by the words' keys.

A text that has any of a ring's words is kept under the ring as well, so that whoever asks in one language finds
what is written in the other alone. Which rings there are, the rooms above say (`registry.add_rings`).
"""

from collections.abc import Iterator
from math import inf
from time import monotonic
from typing import NamedTuple

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.search.registry import rings
from copronet.engines.cymraeg.finding import Key

from .analysing import analyser

RING = "ring:"
_KEPT_FOR = 60.0  # seconds; a curator's change reaches every process in that time
_SURE = 0.6
_TELLING = ("cy:", "en:")

_Word = frozenset[str]
_Phrase = tuple[tuple[_Word, ...], str]  # the words that have to follow, and the code of the ring
_Phrases = dict[str, list[_Phrase]]  # by each key of the first word


class Ring(NamedTuple):
    """A ring that a text names, and where, in characters."""

    code: str
    start: int
    end: int


def rings_in(keys: list[Key], language: str) -> Iterator[Ring]:
    """Yield the rings of which a text has a word or several in a row, from its keys."""
    phrases = _phrases()[language]
    words = _words(keys) if phrases else []
    for at, (start, end, found) in enumerate(words):
        for following, code in [phrase for key in found for phrase in phrases.get(key, ())]:
            after = words[at + 1 : at + 1 + len(following)]
            if len(after) == len(following) and all(
                wanted & each[2] for wanted, each in zip(following, after, strict=True)
            ):
                yield Ring(code, start, after[-1][1] if after else end)


def _words(keys: list[Key]) -> list[tuple[int, int, _Word]]:
    """The words of a text in order, each with the keys that surely are its own."""
    found: dict[int, tuple[int, set[str]]] = {}
    for key, weight, start, end in keys:
        if weight >= _SURE and key.startswith(_TELLING):
            longest, known = found.get(start, (end, set()))
            known.add(key)
            found[start] = (max(longest, end), known)
    return [(start, end, frozenset(known)) for start, (end, known) in sorted(found.items())]


_kept: dict[str, tuple[float, dict[str, _Phrases]]] = {}


def _phrases() -> dict[str, _Phrases]:
    until, phrases = _kept.get("all", (0.0, {}))
    if monotonic() > until:
        phrases = _read()
        _kept["all"] = (monotonic() + _KEPT_FOR, phrases)
    return phrases


def forget_rings() -> None:
    """Read the rings again before they are next needed."""
    _kept.clear()


def leave_rings_out() -> None:
    """Know of no rings from now on, to measure the search by itself."""
    _kept["all"] = (inf, {language: {} for language in Language.values})


def _read() -> dict[str, _Phrases]:
    phrases: dict[str, _Phrases] = {language: {} for language in Language.values}
    for code, language, text in rings():
        words = [found for _start, _end, found in _words(list(analyser().analyse(text.lower(), language)))]
        for key in words[0] if words else ():
            phrases[language].setdefault(key, []).append((tuple(words[1:]), code))
    return phrases
