"""Take a text apart into words, each with its place, and fold accents and capitals."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 48
"""Letters of a word that count: beyond them no language of ours has words."""

_LETTER = r"[^\W_][\u0300-\u036f]*"
_HYPHENS = "-\u2010\u2011\u00ad"
_APOSTROPHES = "'\u2019\u02bc"
_WELSH_WORD = re.compile(rf"(?:{_LETTER})+(?:[{_HYPHENS}](?:{_LETTER})+)*")
_ENGLISH_WORD = re.compile(rf"(?:{_LETTER})+(?:[{_HYPHENS}{_APOSTROPHES}](?:{_LETTER})+)*")
_PARTED = re.compile(f"[{_HYPHENS}]")


class Word(NamedTuple):
    """A word of a text: as written, and where it begins and ends in characters."""

    written: str
    start: int
    end: int


def welsh_words(text: str) -> Iterator[Word]:
    """Yield the words of a Welsh text. An apostrophe parts (i'r: i, r), a hyphen does not (cyd-destun)."""
    for found in _WELSH_WORD.finditer(text):
        yield Word(found.group(), found.start(), found.end())


def english_words(text: str) -> Iterator[Word]:
    """Yield the words of an English text; neither hyphen nor apostrophe parts."""
    for found in _ENGLISH_WORD.finditer(text):
        yield Word(found.group(), found.start(), found.end())


def parts(written: str) -> list[Word]:
    """Return the parts of a hyphenated word with their places inside it; a plain word is its own part."""
    found, begins = [], 0
    for part in _PARTED.split(written):
        found.append(Word(part, begins, begins + len(part)))
        begins += len(part) + 1
    return found


@lru_cache(maxsize=1 << 15)
def lowered(written: str) -> str:
    """Return the word in one spelling: composed (NFC), without capitals, at most ``LONGEST`` letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", written).casefold())[:LONGEST]


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """Return the word without the marks on its letters: "ty" for "tŷ"."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return unicodedata.normalize(
        "NFC", "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    )
