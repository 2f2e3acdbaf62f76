"""Keys looked up on SQLite, in an FTS5 table: one look-up for each key and level, added up."""

from django.db import connection

from copronet.common_ground.search.choices import COUNTED

from .asking import Asked
from .keys import Matches, levels_of, worth


class SQLite:
    """See `matching`, which asks."""

    @staticmethod
    def matches(asked: Asked, *, every_word: bool, first: int, how_many: int) -> tuple[int, Matches]:
        if asked.only_holds and _are_many(asked, every_word=every_word):
            return COUNTED + 1, _newest(asked, first, how_many, every_word=every_word)
        sql, values = _points(asked, every_word=every_word)
        counted = f"SELECT id, points, count(*) OVER () FROM ({sql})"  # noqa: S608  (ours)
        with connection.cursor() as cursor:
            cursor.execute(
                f"{counted} ORDER BY points DESC, id DESC LIMIT %s OFFSET %s", [*values, how_many, first]
            )
            rows = cursor.fetchall()
            if not rows and first:  # a leaf beyond the last
                cursor.execute(f"SELECT count(*) FROM ({sql})", values)  # noqa: S608  (ours)
                return int(cursor.fetchone()[0]), []
        return int(rows[0][2]) if rows else 0, [(int(key), int(points)) for key, points, _total in rows]

    @staticmethod
    def ids(asked: Asked, *, every_word: bool) -> tuple[str, list[str | int]]:
        """SQL that gives the ids of all documents that match, and its values."""
        return (
            "SELECT rowid AS id FROM search_keys_fts WHERE search_keys_fts MATCH %s AND rowid > %s",
            [_query(asked, every_word=every_word), asked.newer_than],
        )


def _are_many(asked: Asked, *, every_word: bool) -> bool:
    sql, values = SQLite.ids(asked, every_word=every_word)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT %s)", [*values, COUNTED + 1])  # noqa: S608  (ours)
        return int(cursor.fetchone()[0]) > COUNTED


def _newest(asked: Asked, first: int, how_many: int, *, every_word: bool) -> Matches:
    sql, values = SQLite.ids(asked, every_word=every_word)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} ORDER BY rowid DESC LIMIT %s OFFSET %s", [*values, how_many, first])
        return [(int(key), 0) for (key,) in cursor.fetchall()]


def _points(asked: Asked, *, every_word: bool) -> tuple[str, list[str | int]]:
    looked_up: list[tuple[str, int]] = [
        (f"{level} : {_quoted(key)}", worth(points, level))
        for key, points in asked.points.items()
        for level in levels_of(key)
    ]
    each = " UNION ALL ".join(
        ["SELECT rowid AS id, %s AS points FROM search_keys_fts WHERE search_keys_fts MATCH %s"]
        * len(looked_up)
    )
    found, values = SQLite.ids(asked, every_word=every_word)
    sql = f"SELECT id, sum(points) AS points FROM ({each}) WHERE id IN ({found}) GROUP BY id"  # noqa: S608  (ours)
    found_values: list[str | int] = [value for query, points in looked_up for value in (points, query)]
    return sql, [*found_values, *values]


def _query(asked: Asked, *, every_word: bool) -> str:
    words = [f"({' OR '.join(map(_quoted, word))})" for word in asked.words]
    limits = [f"(f : ({' OR '.join(map(_quoted, limit))}))" for limit in asked.limits]
    wanted = (" AND " if every_word else " OR ").join(words)
    return " AND ".join([*([f"({wanted})"] if words else []), *limits])


def _quoted(key: str) -> str:
    return '"' + key.replace('"', '""') + '"'
