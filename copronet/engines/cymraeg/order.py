"""Put Welsh in order by its own alphabet of 29 letters, in which Bangor follows Bala."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from copronet.engines.cymraeg.mutation import demutations
from copronet.engines.cymraeg.reviewed import reviewed_words

# All 29 letters, with those of names from elsewhere in their Latin places.
_LETTERS = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"

ALPHABET = tuple(letter for letter in _LETTERS.split() if letter not in "kqvxz")
"""The 29 letters. For a heading, capitalise: "Ll", "Ng"."""

LETTERS_OF_NAMES = tuple(_LETTERS.split())
"""The 29 letters with k, q, v, x and z where they stand among them: whatever a name may begin with."""

OTHER = "#"
"""What ``first_letter`` says of a text that begins with none of the 29."""

_RANKS = {letter: f"{rank}" for rank, letter in enumerate(_LETTERS.split(), start=20)}
_ALWAYS_ONE_LETTER = frozenset({"ch", "dd", "ff", "ll", "ph", "th"})
_RH_FOLLOWS = frozenset("dlmnt")
_WORD_OR_SPACE = re.compile(r"[^\W_]+|\s[\W_]*")

_SPACE, _NO_MORE = "01", "00"
_FIRST_DIGIT = 10
_NOT_LATIN = "99"


class Letter(NamedTuple):
    """One letter of the alphabet as written: "Ng" is one; accents are its marks."""

    base: str  # lower case, without accents
    marks: str  # the combining accents, in order
    is_capital: bool


def sort_key(text: str) -> str:
    """Return a string that puts texts in Welsh order when compared or stored.

    Rule: Unicode CLDR collation ``cy`` (the 29 letters, with k, q, v, x and z in their Latin
    places); accents decide only between texts of the same letters, then capitals (lower case
    first), then the text itself. Space comes lowest, digits before letters, punctuation does
    not count. Added to CLDR: whether n+g and r+h are one letter (``letters``).

    The key is digits followed by the text, so that every collation of a database orders it
    alike. Never raises; different texts have different keys.
    """
    spelt = list(_spelt(text))
    primary = "".join(_rank(letter.base) for letter in spelt)
    accents = _without_end(["".join(f"2{ord(mark):07}" for mark in each.marks) for each in spelt])
    capitals = _without_end(["2" if letter.is_capital else "" for letter in spelt])
    return "".join(
        [
            primary + _NO_MORE,
            *(f"{accent}1" for accent in accents),
            "0",
            *(capital or "1" for capital in capitals),
            "0",
            text,
        ]
    )


def beginning_of_keys(letter: str) -> str:
    """Return what the sort keys begin with of all texts under one of ``LETTERS_OF_NAMES``. Raises KeyError."""
    return _RANKS[letter]


def letters(text: str) -> tuple[str, ...]:
    """Return the Welsh letters of a text, in lower case and without accents.

    "Llangollen" has eight: ll a n g o ll e n. Rule: ch dd ff ll ph th are always one letter.
    ng is one (angel) except where two parts of a word meet or in some borrowings (Bangor,
    Llangefni), which ``exceptions.toml`` lists. rh is one at the beginning of a word and
    after d l m n t (penrhyn), otherwise two (parhau). A hyphen or U+034F keeps two apart.
    Sources: CLDR ``cy`` for the letters; for n+g and r+h the list, compared word by word with
    the letter splitter of Bangor University's Language Technologies Unit.
    """
    return tuple(letter.base for letter in _spelt(text) if letter.base != " ")


def first_letter(text: str) -> str:
    """Return the letter of ``ALPHABET`` under which a text stands in an A to Y, or ``OTHER``.

    Rule: as ``letters``; punctuation before it does not count. An article does: for "Y Bala"
    under b, ask with ``place.without_article``.
    """
    first = next(iter(letters(text)), OTHER)
    return first if first in ALPHABET else OTHER


def _spelt(text: str) -> Iterator[Letter]:
    """Yield the letters, digits and single spaces of a text, without its punctuation."""
    for found in _WORD_OR_SPACE.finditer(unicodedata.normalize("NFC", text.strip())):
        if found.group()[0].isspace():
            yield Letter(" ", "", is_capital=False)
        else:
            yield from _spelt_word(found.group())


def _spelt_word(word: str) -> Iterator[Letter]:
    single = [_single_letter(character) for character in word]
    bases = "".join(letter.base for letter in single)
    position = 0
    while position < len(single):
        if _is_digraph(bases, position):
            first, second = single[position : position + 2]
            yield Letter(first.base + second.base, first.marks + second.marks, first.is_capital)
            position += 2
        else:
            yield single[position]
            position += 1


def _single_letter(character: str) -> Letter:
    parts = unicodedata.normalize("NFD", character)
    lowered = parts[0].lower()
    return Letter(lowered, parts[1:], is_capital=lowered != parts[0])


def _is_digraph(word: str, position: int) -> bool:
    pair = word[position : position + 2]
    if pair == "ng":
        return position + 1 not in _parted_ng(word)
    if pair == "rh":
        return position == 0 or word[position - 1] in _RH_FOLLOWS or position in _kept_rh(word)
    return pair in _ALWAYS_ONE_LETTER


@lru_cache(maxsize=4096)
def _parted_ng(word: str) -> frozenset[int]:
    """Return where in the word a g stands apart from the n before it."""
    reviewed = reviewed_words()
    return _bars(word, reviewed.ng_apart_anywhere) | _bars(word, reviewed.ng_apart_at_start, at_start=True)


@lru_cache(maxsize=4096)
def _kept_rh(word: str) -> frozenset[int]:
    return _bars(word, reviewed_words().rh_together_anywhere)


def _bars(word: str, entries: Sequence[str], *, at_start: bool = False) -> frozenset[int]:
    """Return where the bars of the entries fall in a word that may be mutated."""
    return frozenset(
        found + entry.index("|") + len(word) - len(radical)
        for radical, _ in demutations(word)
        for entry in entries
        if (found := radical.find(entry.replace("|", ""))) == 0 or (found > 0 and not at_start)
    )


def _rank(base: str) -> str:
    if base == " ":
        return _SPACE
    if base.isdecimal():
        return f"{_FIRST_DIGIT + unicodedata.decimal(base)}"
    return _RANKS.get(base) or f"{_NOT_LATIN}{ord(base):07}"


def _without_end(codes: list[str]) -> list[str]:
    """Drop the empty codes that end the list: they would only lengthen the key."""
    kept = len(codes)
    while kept and not codes[kept - 1]:
        kept -= 1
    return codes[:kept]
