"""Propose: what somebody may have meant, and the titles that begin as they are typing."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.search.models import Document, KnownWord, TitleWord
from copronet.common_ground.search.registry import audiences_of
from copronet.engines.cymraeg.finding.words import folded, lowered, welsh_words

from .asking import Asked, asked, limits
from .keys import EXACT, IN_TITLE, as_stored
from .matching import how_many_match, some_with_one_of

_SHORTEST = 4
_MOST_COMPARED = 4000
_PROPOSED = 8
_MOST_BEGINNINGS = 300
_BEGINNINGS_AT_ONCE = 5


def did_you_mean(typed: str, *, reader: Any = None) -> str:
    """Return what was typed with each unknown word changed to the nearest known one, if that finds something.

    Rule: the word with the fewest letters added, left out, changed or swapped, at most two (one in short
    words), which begins or ends in the same way. Nothing is returned where nothing near is known.
    """
    words = typed.split()
    changed = [_nearest(word) for word in words[:12]]
    if changed == words or not any(words):
        return ""
    proposed = " ".join(changed)
    wanted = asked(proposed, reading_language().value, audiences_of(reader), {})
    return proposed if how_many_match(wanted, every_word=True, at_most=1) else ""


def titles_beginning(typed: str, *, reader: Any = None) -> list[Document]:
    """Return some documents with a word in their title that begins like the last word typed, accents or not.

    The words of titles are few, and are looked up first; then titles that have one of them, some words at a
    time, until there are enough.
    """
    words = [lowered(word.written) for word in welsh_words(typed[:300])][-12:]
    if not words or len(words[-1]) < 2:
        return []
    *whole, beginning = words
    audiences = audiences_of(reader)
    before = asked(" ".join(whole), reading_language().value, audiences, {}) if whole else None
    wanted = before if before and before.words else Asked((), limits(audiences, {}))
    keys = _with_words_of_titles(_words_of_titles(beginning), wanted)
    documents = Document.objects.in_bulk(keys)
    return [documents[key] for key in keys if key in documents]


def _words_of_titles(beginning: str) -> list[str]:
    """Words of titles that begin so; those with the very accents come first."""
    beginning = as_stored(beginning)
    alike = TitleWord.objects.filter(plain__startswith=folded(beginning)).order_by("plain", "word")
    words = list(alike.values_list("word", flat=True)[:_MOST_BEGINNINGS])
    return sorted(words, key=lambda word: not word.startswith(beginning))


def _with_words_of_titles(words: list[str], wanted: Asked) -> list[int]:
    found: list[int] = []
    at, step = 0, _BEGINNINGS_AT_ONCE
    while at < len(words) and len(found) < _PROPOSED:
        keys = [f"{IN_TITLE}{EXACT}{word}" for word in words[at : at + step]]
        found += [key for key in some_with_one_of(keys, wanted, _PROPOSED) if key not in found]
        at, step = at + step, step * 4
    return found[:_PROPOSED]


def _nearest(word: str) -> str:
    wanted = lowered(word)
    if len(wanted) < _SHORTEST or not wanted.isalpha():
        return word
    near = sorted(_near(wanted), key=lambda each: (each[0], each[1]))
    return near[0][1] if near else word


def _near(wanted: str) -> Iterator[tuple[int, str]]:
    most = 1 if len(wanted) < 6 else 2
    same_end = Q(word__startswith=wanted[:2]) | Q(word__endswith=wanted[-3:])
    candidates = KnownWord.objects.filter(same_end).values_list("word", flat=True)
    for word in candidates[:_MOST_COMPARED]:
        if abs(len(word) - len(wanted)) <= most:
            distance = edits(folded(wanted), folded(word), most)
            if distance <= most:
                yield distance, word


def edits(one: str, other: str, most: int) -> int:
    """Return how many letters have to be added, left out, changed or swapped; over ``most``, something over it.

    Rule: optimal string alignment, row by row.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, second in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != second))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == second:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
