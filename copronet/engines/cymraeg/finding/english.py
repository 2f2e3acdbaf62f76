"""The keys of one English word, by Snowball's English stemmer."""

from functools import cache

import snowballstemmer

from copronet.engines.cymraeg.finding.welsh import EXACT, EXACTLY_WRITTEN, Weighted
from copronet.engines.cymraeg.finding.words import folded, lowered, parts

WORD = "en:"

_FUNCTION_WORDS = (
    "a about after all also am an and any are as at be because been being but by can could did do does for from"
    " had has have he her here hers him his how i if in into is it its me more my no nor not of on only or our"
    " ours out over own s she should so some such t than that the their theirs them then there these they this"
    " those to too under up us very was we were what when where which while who whom why will with would you"
    " your yours"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that only hold an English sentence together: a query of several words does not ask for them."""


def keys_of_text(written: str) -> list[tuple[str, float, int, int]]:
    """Return key, weight, beginning and end for a word of a text; a hyphenated one whole, in parts and joined."""
    found = [(key, weight, 0, len(written)) for key, weight in _keys_of_form(written)]
    pieces = parts(written)
    if len(pieces) > 1:
        joined = "".join(piece.written for piece in pieces)
        found += [(key, weight, 0, len(written)) for key, weight in _keys_of_form(joined)]
        for piece in pieces:
            found += [(key, weight, piece.start, piece.end) for key, weight in _keys_of_form(piece.written)]
    return found


def keys_of_query(written: str) -> list[Weighted]:
    """Return the keys any of which a text may have to be found by a word as somebody typed it."""
    joined = "".join(piece.written for piece in parts(written))
    return [
        (EXACT + lowered(written), 1.0),
        *dict.fromkeys((WORD + english_stem(each), 1.0) for each in (written, joined)),
    ]


def english_stem(written: str) -> str:
    """Return what the forms of an English word have in common, by Snowball's rules, without accents."""
    word = folded(lowered(written).replace("\u2019", "'").replace("\u02bc", "'"))
    return str(_stemmer().stemWord(word)).replace("'", "")


def _keys_of_form(written: str) -> list[Weighted]:
    return [(EXACT + lowered(written), EXACTLY_WRITTEN), (WORD + english_stem(written), 1.0)]


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
