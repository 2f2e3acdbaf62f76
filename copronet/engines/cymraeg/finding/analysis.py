"""The keys under which a text is kept, and those that a query asks for, in either language."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from copronet.engines.cymraeg.finding import english, welsh
from copronet.engines.cymraeg.finding.gazetteer import places_in
from copronet.engines.cymraeg.finding.lexicon import Lexicon
from copronet.engines.cymraeg.finding.words import Word, english_words, lowered, welsh_words
from copronet.engines.cymraeg.reviewed import reviewed_words

WELSH, ENGLISH = "cy", "en"
_PLACE = "place:"
_FORMS_KEPT = 1 << 15


class Key(NamedTuple):
    """Something a text can be found by, how much it counts, and where it stands in characters."""

    key: str
    weight: float
    start: int
    end: int


class QueryWord(NamedTuple):
    """One word or place of a query: as typed, and the keys with their weights, any of which will do."""

    written: str
    keys: tuple[tuple[str, float], ...]
    is_function_word: bool


class Analyser:
    """Makes keys with one lexicon, and remembers those of the word forms it met last."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._of_text = {
            WELSH: lru_cache(_FORMS_KEPT)(lambda written: tuple(welsh.keys_of_text(written, lexicon))),
            ENGLISH: lru_cache(_FORMS_KEPT)(lambda written: tuple(english.keys_of_text(written))),
        }

    def analyse(self, text: str, language: str) -> Iterator[Key]:
        """Yield the keys of a text in a language, with their offsets; never raises.

        Keys: "cy:" and a Welsh citation form, "cy~" and the stem of an unknown word, "en:" and an English
        stem, "=" and the form as written, "place:" and a place under whichever name.
        """
        keys_of = self._of_text[language]
        for word in _words(text, language):
            for key, weight, start, end in keys_of(word.written):
                yield Key(key, weight, word.start + start, word.start + end)
        for place in places_in(text):
            yield Key(_PLACE + place.code, 1.0, place.start, place.end)

    def expand(self, query: str, language: str) -> tuple[tuple[str, float], ...]:
        """Return all that a query asks for, whatever the word: keys with the greatest weight of each."""
        weights: dict[str, float] = {}
        for word in self.query_words(query, language):
            for key, weight in word.keys:
                weights[key] = max(weight, weights.get(key, 0.0))
        return tuple(weights.items())

    def query_words(self, query: str, language: str) -> tuple[QueryWord, ...]:
        """Return the words of a query, each with the keys that stand for it in one language.

        A place of several words is one word. A word that only holds sentences together says so: when
        others are there, it need not be looked for.
        """
        places = list(places_in(query, names_have_capitals=False))
        found = []
        for word in _words(query, language):
            keys = self._asked(word.written, language)
            named = [place for place in places if place.start <= word.start and word.end <= place.end]
            keys += [(_PLACE + place.code, 1.0) for place in named]
            found.append(QueryWord(word.written, tuple(keys), _holds_together(word.written, language)))
        return tuple(found)

    def _asked(self, written: str, language: str) -> list[tuple[str, float]]:
        return (
            welsh.keys_of_query(written, self.lexicon)
            if language == WELSH
            else english.keys_of_query(written)
        )


def _words(text: str, language: str) -> Iterator[Word]:
    return welsh_words(text) if language == WELSH else english_words(text)


def _holds_together(written: str, language: str) -> bool:
    words = reviewed_words().function_words if language == WELSH else english.FUNCTION_WORDS
    return lowered(written) in words
