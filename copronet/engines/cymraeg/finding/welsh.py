"""The keys of one Welsh word: those a text is kept under, and those a query asks for."""

from collections.abc import Iterator

from copronet.engines.cymraeg.finding.lexicon import Lexicon
from copronet.engines.cymraeg.finding.readings import PLAIN, Reading, meant_by, readings
from copronet.engines.cymraeg.finding.stemming import light_stem
from copronet.engines.cymraeg.finding.words import folded, lowered, parts

WORD, STEM, EXACT = "cy:", "cy~", "="
Weighted = tuple[str, float]

# Weights, found by trying on the dev part of the Welsh evaluation set (docs/search.md).
EXACTLY_WRITTEN = 0.3
_STEM_OF_UNKNOWN = 0.5
_STEM_ASKED = 0.2
_ACCENT_LEFT_OUT = 0.8
_ACCENT_ADDED = 0.3
_LEAST_ASKED = 0.12


def keys_of_text(written: str, lexicon: Lexicon) -> list[tuple[str, float, int, int]]:
    """Return key, weight, beginning and end for a word of a text; a hyphenated one whole, in parts and joined."""
    whole = _keys_of_form(lowered(written), written, lexicon)
    found = [(key, weight, 0, len(written)) for key, weight in whole]
    pieces = parts(written)
    if len(pieces) > 1:
        joined = "".join(piece.written for piece in pieces)
        found += [
            (key, weight, 0, len(written)) for key, weight in _keys_of_form(lowered(joined), joined, lexicon)
        ]
        for piece in pieces:
            of_piece = _keys_of_form(lowered(piece.written), piece.written, lexicon)
            found += [(key, weight, piece.start, piece.end) for key, weight in of_piece]
    return found


def keys_of_query(written: str, lexicon: Lexicon) -> list[Weighted]:
    """Return the keys any of which a text may have to be found by a word as somebody typed it.

    Rule: what it means (``meant_by``); the same word with accents, if it was typed without any, and without,
    at a lower weight; the stem; the joined form of a hyphenated word; and the form exactly as typed.
    """
    weights: dict[str, float] = {EXACT + lowered(written): PLAIN}
    for spelling in _spellings(written):
        for key, weight in _asked(spelling, lexicon):
            weights[key] = max(weight, weights.get(key, 0.0))
    return [(key, weight) for key, weight in weights.items() if weight >= _LEAST_ASKED]


def _spellings(written: str) -> list[str]:
    pieces = parts(written)
    return [written] if len(pieces) == 1 else [written, "".join(piece.written for piece in pieces)]


def _keys_of_form(form: str, written: str, lexicon: Lexicon) -> Iterator[Weighted]:
    yield EXACT + form, EXACTLY_WRITTEN
    found = _readings_of_text(form, lexicon, name=written[0].isupper())
    for lemma, weight in found:
        yield WORD + lemma, weight
    if not lexicon.lemmas(form):
        for lemma, weight in found:
            if stem := light_stem(folded(lemma)):
                yield STEM + stem, weight * _STEM_OF_UNKNOWN


def _readings_of_text(form: str, lexicon: Lexicon, *, name: bool) -> tuple[Reading, ...]:
    """The readings of a form, and of the accented forms it may stand for if it is unknown itself."""
    found = readings(form, lexicon, name=name)
    if lexicon.lemmas(form):
        return found
    accented = [readings(other, lexicon, name=name) for other in lexicon.accented(form)]
    return found + tuple(reading for some in accented for reading in some)


def _asked(written: str, lexicon: Lexicon) -> Iterator[Weighted]:
    form, name = lowered(written), written[0].isupper()
    for lemma, weight in meant_by(form, lexicon, name=name):
        yield WORD + lemma, weight
        if folded(lemma) != lemma:
            yield WORD + folded(lemma), weight * _ACCENT_ADDED
        if stem := light_stem(folded(lemma)):
            yield STEM + stem, _STEM_ASKED
    for accented in lexicon.accented(form):
        for lemma, weight in readings(accented, lexicon, name=name):
            yield WORD + lemma, weight * _ACCENT_LEFT_OUT
