"""Search: what a reader typed, answered by a leaf of documents with what was found marked in their texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.search.choices import COUNTED
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.registry import audiences_of
from copronet.engines.cymraeg.finding import Span, best_piece, highlight

from .analysing import analyser
from .asking import Asked, asked
from .keys import IN_TITLE
from .matching import matches

ON_A_LEAF = 20


@dataclass(frozen=True)
class Piece:
    """A stretch of a text as it is shown, and whether it is what was asked for."""

    text: str
    is_found: bool


@dataclass(frozen=True)
class Result:
    """One document found: its title and a piece of its text, with what was found marked in both."""

    document: Document
    title: list[Piece]
    title_language: str
    snippet: list[Piece]
    snippet_language: str
    points: int

    @property
    def is_by_theme(self) -> bool:
        """Whether none of the words is there, but others for the same thing."""
        return not any(piece.is_found for piece in (*self.title, *self.snippet))


@dataclass(frozen=True)
class Answer:
    """A leaf of results. ``total`` is how many there are, at most one over `choices.COUNTED`."""

    results: list[Result]
    total: int
    every_word: bool
    asked: Asked
    leaf: int
    facets: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        return self.total > COUNTED

    @property
    def leaves(self) -> int:
        return -(-min(self.total, COUNTED) // ON_A_LEAF)


def search(
    typed: str,
    *,
    reader: Any = None,
    language: str | None = None,
    facets: Mapping[str, str] | None = None,
    leaf: int = 1,
    on_a_leaf: int = ON_A_LEAF,
) -> Answer:
    """Return what a reader may find, best first. Documents with all the words; where none has, with any of them."""
    reading = language or reading_language().value
    wanted = asked(typed, reading, audiences_of(reader), facets or {})
    place = {"first": (leaf - 1) * on_a_leaf, "how_many": on_a_leaf}
    (total, found), every_word = matches(wanted, every_word=True, **place), True
    if not total and len(wanted.words) > 1:
        (total, found), every_word = matches(wanted, every_word=False, **place), False
    total = min(total, COUNTED + 1)
    return Answer(_results(found, wanted, reading), total, every_word, wanted, leaf, facets or {})


def newly_found(
    typed: str,
    *,
    reader: Any,
    language: str,
    facets: Mapping[str, str],
    newer_than: int,
    how_many: int,
) -> Answer:
    """Return the best of what has all the words and came after the document of that number."""
    wanted = replace(asked(typed, language, audiences_of(reader), facets), newer_than=newer_than)
    total, found = matches(wanted, every_word=True, first=0, how_many=how_many)
    return Answer(
        _results(found, wanted, language), total, every_word=True, asked=wanted, leaf=1, facets=facets
    )


def found_in_order(typed: str, *, language: str, audiences: list[str], how_many: int) -> list[str]:
    """Return the object ids of the best documents, without their texts: for measuring."""
    wanted = asked(typed, language, audiences, {})
    _total, found = matches(wanted, every_word=True, first=0, how_many=how_many)
    objects = dict(
        Document.objects.filter(pk__in=[key for key, _points in found]).values_list("pk", "object_id")
    )
    return [objects[key] for key, _points in found]


def _results(found: list[tuple[int, int]], wanted: Asked, reading: str) -> list[Result]:
    documents = Document.objects.select_related("area").in_bulk([key for key, _points in found])
    keys = frozenset(key.removeprefix(IN_TITLE).replace("’", "'") for key in wanted.points)
    return [_result(documents[key], points, keys, reading) for key, points in found if key in documents]


def _result(document: Document, points: int, keys: frozenset[str], reading: str) -> Result:
    title_language, title = _side(document, "title", keys, reading, needs_found=False)
    snippet_language, snippet = _side(document, "text", keys, reading, needs_found=True)
    return Result(document, title, title_language, snippet, snippet_language, points)


def _side(
    document: Document, name: str, keys: frozenset[str], reading: str, *, needs_found: bool
) -> tuple[str, list[Piece]]:
    """The reader's side of a text with what was found marked; the other side where only that has it."""
    sides = {code: getattr(document, f"{name}_{code}") for code in (reading, Language(reading).other.value)}
    marked = {code: highlight(text[:20_000], keys, code, analyser()) for code, text in sides.items() if text}
    if not marked:
        return reading, []
    first = next(iter(marked))
    chosen = next((code for code in marked if marked[code]), first) if needs_found else first
    return chosen, _pieces(sides[chosen], marked[chosen])


def _pieces(text: str, found: tuple[Span, ...]) -> list[Piece]:
    shown = best_piece(text, found)
    pieces, at = [Piece("… ", is_found=False)] if shown.start else [], shown.start
    for span in (span for span in found if shown.start <= span.start and span.end <= shown.end):
        pieces += [
            Piece(text[at : span.start], is_found=False),
            Piece(text[span.start : span.end], is_found=True),
        ]
        at = span.end
    pieces.append(Piece(text[at : shown.end] + (" …" if shown.end < len(text) else ""), is_found=False))
    return [piece for piece in pieces if piece.text]
