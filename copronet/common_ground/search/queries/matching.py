"""Look keys up: the same documents in the same order on SQLite and on PostgreSQL.

A document's points are the sum, over the keys asked for that it has, of what the key counts times the level at
which the document keeps it. Both databases reckon in whole numbers; of equals the newest comes first.
"""

from collections.abc import Iterable, Mapping

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from copronet.common_ground.search.choices import COUNTED, LEVELS
from copronet.common_ground.search.models import Document

from .asking import Asked

Matches = list[tuple[int, int]]
# At which levels keys of a kind are kept: the rest need no looking.
_KEPT_AT = {"=": "d", "^": "a", "cy:": "abcd", "cy~": "cd", "en:": "a", "place:": "a", "ring:": "b"}


def matches(asked: Asked, *, every_word: bool, first: int, how_many: int) -> tuple[int, Matches]:
    """Return how many documents match, and the ids with their points, best first, from number ``first`` on."""
    if not asked.words:
        return 0, []
    sql, values = (_postgresql if connection.vendor == "postgresql" else _sqlite)(
        asked, every_word=every_word
    )
    counted = f"SELECT id, points, count(*) OVER () FROM ({sql}) AS matched"  # noqa: S608  (ours)
    with connection.cursor() as cursor:
        cursor.execute(
            f"{counted} ORDER BY points DESC, id DESC LIMIT %s OFFSET %s", [*values, how_many, first]
        )
        rows = cursor.fetchall()
    total = int(rows[0][2]) if rows else how_many_match(asked, every_word=every_word) if first else 0
    return total, [(int(key), int(points)) for key, points, _total in rows]


def how_many_match(asked: Asked, *, every_word: bool, at_most: int = COUNTED + 1) -> int:
    """Return how many documents match, and ``at_most`` where there are more."""
    if not asked.words:
        return 0
    sql, values = ids_of_matches(asked, every_word=every_word)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT %s) AS matched", [*values, at_most])  # noqa: S608  (ours)
        return int(cursor.fetchone()[0])


def ids_of_matches(asked: Asked, *, every_word: bool) -> tuple[str, list[str]]:
    """Return SQL that gives the ids of all documents that match, and its values."""
    if connection.vendor == "postgresql":
        return (
            "SELECT document_id AS id FROM search_documentkeys WHERE keys @@ %s::tsquery",
            [_tsquery(asked, every_word=every_word)],
        )
    return (
        "SELECT rowid AS id FROM search_keys_fts WHERE search_keys_fts MATCH %s",
        [_fts_query(asked, every_word=every_word)],
    )


def within(documents: QuerySet[Document], asked: Asked) -> QuerySet[Document]:
    """Return those of the documents that match, as a queryset to go on with."""
    sql, values = ids_of_matches(asked, every_word=True)
    return documents.filter(pk__in=RawSQL(sql, values))  # noqa: S611  (our own SQL, values apart)


def some_ids(asked: Asked, *, every_word: bool, at_most: int = COUNTED + 1) -> list[int]:
    """Return the ids of all documents that match, or of ``at_most`` of them."""
    sql, values = ids_of_matches(asked, every_word=every_word)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s", [*values, at_most])
        return [int(key) for (key,) in cursor.fetchall()]


def beginning_so(
    beginning: str, words: tuple[dict[str, int], ...], limits: tuple[tuple[str, ...], ...], how_many: int
) -> list[int]:
    """Return some documents that have a key beginning so, all the words, and what limits them."""
    rest = Asked(words, limits)
    if connection.vendor == "postgresql":
        sql = "SELECT document_id FROM search_documentkeys WHERE keys @@ %s::tsquery LIMIT %s"
        query = f"{_lexeme(beginning)}:* & {_tsquery(rest, every_word=True)}"
    else:
        sql = "SELECT rowid FROM search_keys_fts WHERE search_keys_fts MATCH %s LIMIT %s"
        query = f"(a : {_quoted(beginning)} *) AND {_fts_query(rest, every_word=True)}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [query, how_many])
        return [int(key) for (key,) in cursor.fetchall()]


# --- SQLite: one look-up for each key and level, added up ---------------------------------------------------


def _sqlite(asked: Asked, *, every_word: bool) -> tuple[str, list[str | int]]:
    looked_up: list[tuple[str, int]] = [
        (f"{level} : {_quoted(key)}", points * LEVELS[level])
        for key, points in asked.points.items()
        for level in _levels_of(key)
    ]
    each = " UNION ALL ".join(
        ["SELECT rowid AS id, %s AS points FROM search_keys_fts WHERE search_keys_fts MATCH %s"]
        * len(looked_up)
    )
    found, values = ids_of_matches(asked, every_word=every_word)
    sql = f"SELECT id, sum(points) AS points FROM ({each}) WHERE id IN ({found}) GROUP BY id"  # noqa: S608  (ours)
    found_values: list[str | int] = [value for query, points in looked_up for value in (points, query)]
    return sql, [*found_values, *values]


def _fts_query(asked: Asked, *, every_word: bool) -> str:
    words = [f"({' OR '.join(map(_quoted, word))})" for word in asked.words]
    limits = [f"(f : ({' OR '.join(map(_quoted, limit))}))" for limit in asked.limits]
    wanted = (" AND " if every_word else " OR ").join(words)
    return " AND ".join([*([f"({wanted})"] if words else []), *limits])


def _quoted(key: str) -> str:
    return '"' + key.replace('"', '""') + '"'


# --- PostgreSQL: one look through the index, points reckoned for what it finds --------------------------------


def _postgresql(asked: Asked, *, every_word: bool) -> tuple[str, list[str | int]]:
    terms: list[str] = []
    values: list[str | int] = []
    for key, points in asked.points.items():
        levels = _levels_of(key)
        steps = " ".join(["WHEN keys @@ %s::tsquery THEN %s"] * len(levels))
        terms.append(f"CASE {steps} ELSE 0 END")
        for level in levels:
            values += [
                _lexeme(key) if len(levels) == 1 else f"{_lexeme(key)}:{level}",
                points * LEVELS[level],
            ]
    sql = (
        f"SELECT document_id AS id, {' + '.join(terms)} AS points"  # noqa: S608  (ours)
        " FROM search_documentkeys WHERE keys @@ %s::tsquery"
    )
    return sql, [*values, _tsquery(asked, every_word=every_word)]


def _tsquery(asked: Asked, *, every_word: bool) -> str:
    words = [f"({' | '.join(map(_lexeme, word))})" for word in asked.words]
    limits = [f"({' | '.join(map(_lexeme, limit))})" for limit in asked.limits]
    wanted = (" & " if every_word else " | ").join(words)
    return " & ".join([*([f"({wanted})"] if words else []), *limits])


def _lexeme(key: str) -> str:
    return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'"


def tsvector(levels: Mapping[str, Iterable[str]]) -> str:
    """Return the keys of a document as PostgreSQL reads them."""
    labelled = [(key, level) for level in LEVELS for key in levels[level]]
    return " ".join([*(f"{_lexeme(key)}:1{level}" for key, level in labelled), *map(_lexeme, levels["f"])])


def _levels_of(key: str) -> str:
    return next((levels for beginning, levels in _KEPT_AT.items() if key.startswith(beginning)), "abcd")
