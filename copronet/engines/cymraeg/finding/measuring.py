"""Measure how well a search finds Welsh: an evaluation set from a folder, and what a search makes of it.

The set is documents, queries in citation form with the documents relevant to each, and other forms of the same
words as queries: files ``docs.tsv``, ``queries.PART.tsv``, ``formqueries.PART.tsv``, ``qrels.PART.tsv``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copronet.engines.cymraeg.finding.words import folded

Search = Callable[[str], Sequence[str]]  # a query -> the ids of the documents found, best first


@dataclass(frozen=True)
class Query:
    """A query and the documents it should find."""

    typed: str
    relevant: frozenset[str]
    is_name: bool = False
    is_hard: bool = False  # a relevant document lacks the citation form


@dataclass(frozen=True)
class EvaluationSet:
    documents: dict[str, str]
    queries: tuple[Query, ...]
    forms: tuple[Query, ...]


@dataclass(frozen=True)
class Measured:
    """Means over queries: each counts the same, however many documents it should find."""

    queries: int
    recall: float
    precision: float
    f1: float
    average_precision: float


def read_evaluation_set(folder: Path, part: str = "dev") -> EvaluationSet:
    """Read a folder. Raises FileNotFoundError where a file is missing."""
    relevant: dict[str, set[str]] = {}
    for query, document in _rows(folder / f"qrels.{part}.tsv", 2):
        relevant.setdefault(query, set()).add(document)
    queries = tuple(
        Query(typed, frozenset(relevant[key]), "PROPN" in kind, hardness == "hard")
        for key, typed, kind, _count, hardness in _rows(folder / f"queries.{part}.tsv", 5)
        if key in relevant
    )
    forms = tuple(
        Query(form, frozenset(relevant[key]))
        for key, form, _lemma in _rows(folder / f"formqueries.{part}.tsv", 3)
        if key in relevant
    )
    documents = {key: text for key, _split, _sentence, text in _rows(folder / "docs.tsv", 4)}
    return EvaluationSet(documents, queries, forms)


def measure(given: EvaluationSet, search: Search) -> dict[str, Measured]:
    """Return what a search reaches on each kind of query."""
    accented = [
        Query(folded(each.typed), each.relevant) for each in given.queries if folded(each.typed) != each.typed
    ]
    hard = [query for query in given.queries if query.is_hard]
    kinds: dict[str, Iterable[Query]] = {
        "all": given.queries,
        "hard": hard,
        "forms": given.forms,
        "names": [query for query in hard if query.is_name],
        "without accents": accented,
    }
    return {
        kind: _measured([(search(query.typed), query.relevant) for query in queries])
        for kind, queries in kinds.items()
    }


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\r\n").split("\t")
            if len(row) >= columns:
                yield row[:columns]


def _measured(answers: list[tuple[Sequence[str], frozenset[str]]]) -> Measured:
    scores = [_scores(found, relevant) for found, relevant in answers]
    if not scores:
        return Measured(0, 0.0, 0.0, 0.0, 0.0)
    recall, precision, f1, average = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return Measured(len(scores), recall, precision, f1, average)


def _scores(found: Sequence[str], relevant: frozenset[str]) -> tuple[float, float, float, float]:
    places = [place for place, document in enumerate(found, start=1) if document in relevant]
    recall, precision = len(places) / len(relevant), len(places) / len(found) if found else 0.0
    f1 = 2 * recall * precision / (recall + precision) if places else 0.0
    average = sum(hits / place for hits, place in enumerate(places, start=1)) / len(relevant)
    return recall, precision, f1, average
