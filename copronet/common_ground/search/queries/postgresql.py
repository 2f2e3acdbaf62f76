"""Keys looked up on PostgreSQL, in a GIN index over tsvectors.

Each match costs a visit to its row, so that a word of every day would cost tens of thousands. Three rungs spare
most of them and change nothing of what is found: (1) a thousand and one matches, whichever: where there are no
more, these are all; (2) those with a telling key (a word in the title, a less likely reading), if the last on the
leaf has more points than a document without any can have; (3) all.
"""

from collections.abc import Collection, Iterable, Mapping

from django.db import connection

from copronet.common_ground.search.choices import COUNTED, LEVELS

from .asking import Asked
from .keys import CLOSED, EXACT, IN_TITLE, OPEN, STEM, Matches, levels_of, worth

# The query comes from a sub-select, so that the planner guesses its rows instead of knowing the statistics of the
# words: knowing them, it reads the whole table where some are frequent, which takes ten times as long.
_THAT_MATCH = "keys @@ (SELECT %s::tsquery) AND document_id > %s"


class PostgreSQL:
    """See `matching`, which asks."""

    @staticmethod
    def matches(asked: Asked, *, every_word: bool, first: int, how_many: int) -> tuple[int, Matches]:
        some = _some(asked, every_word=every_word)
        if len(some) <= COUNTED:
            return len(some), sorted(some, key=lambda each: (-each[1], -each[0]))[first : first + how_many]
        if asked.only_holds:
            return len(some), _newest(asked, first, how_many, every_word=every_word)
        needed = first + how_many
        telling = _telling(asked)
        best = _best(asked, needed, every_word=every_word, having=telling) if telling else []
        if len(best) < needed or best[-1][1] <= _most_without(telling, asked):
            best = _best(asked, needed, every_word=every_word)
        return len(some), best[first:]

    @staticmethod
    def ids(asked: Asked, *, every_word: bool) -> tuple[str, list[str | int]]:
        """SQL that gives the ids of all documents that match, and its values."""
        return (
            f"SELECT document_id AS id FROM search_documentkeys WHERE {_THAT_MATCH}",  # noqa: S608  (ours)
            [_query(asked, every_word=every_word), asked.newer_than],
        )


def tsvector(levels: Mapping[str, Iterable[str]]) -> str:
    """Return the keys of a document as PostgreSQL reads them."""
    labelled = [(key, level) for level in LEVELS for key in levels[level]]
    return " ".join([*(f"{_lexeme(key)}:1{level}" for key, level in labelled), *map(_lexeme, levels["f"])])


def _some(asked: Asked, *, every_word: bool) -> Matches:
    sql, values = _points(asked, _query(asked, every_word=every_word))
    return _rows(f"{sql} LIMIT %s", [*values, COUNTED + 1])


def _newest(asked: Asked, first: int, how_many: int, *, every_word: bool) -> Matches:
    sql, values = PostgreSQL.ids(asked, every_word=every_word)
    in_order = sql.replace("AS id", "AS id, 0") + " ORDER BY document_id DESC LIMIT %s OFFSET %s"
    return _rows(in_order, [*values, how_many, first])


def _best(asked: Asked, needed: int, *, every_word: bool, having: Collection[str] = ()) -> Matches:
    """The best, in order. Their points are reckoned in a select of its own, or whole rows would be sorted."""
    query = _query(asked, every_word=every_word)
    if having:
        query += f" & ({' | '.join(map(_lexeme, having))})"
    sql, values = _points(asked, query)
    ordered = f"SELECT * FROM ({sql} OFFSET 0) AS matched ORDER BY points DESC, id DESC LIMIT %s"  # noqa: S608  (ours)
    return _rows(ordered, [*values, needed])


def _telling(asked: Asked) -> list[str]:
    """All keys but the likeliest reading of each word in a text, its form as typed and its stem."""
    plain: set[str] = set()
    for word in asked.words:
        in_text = [key for key in word if not key.startswith(IN_TITLE)]
        of_form = {key for key in in_text if key.startswith((EXACT, STEM))}
        likeliest = max((key for key in in_text if key not in of_form), key=word.__getitem__, default="")
        plain |= of_form | {likeliest}
    return [key for key in asked.points if key not in plain]


def _most_without(telling: Collection[str], asked: Asked) -> int:
    """The points of a document that has none of the telling keys and all the others at their highest level."""
    others = {key: points for key, points in asked.points.items() if key not in telling}
    return sum(worth(points, levels_of(key)[0]) for key, points in others.items())


def _points(asked: Asked, query: str) -> tuple[str, list[str | int]]:
    terms: list[str] = []
    values: list[str | int] = []
    for key, points in asked.points.items():
        levels = levels_of(key)
        steps = " ".join(["WHEN keys @@ %s::tsquery THEN %s"] * len(levels))
        terms.append(f"CASE {steps} ELSE 0 END")
        for level in levels:
            values += [
                _lexeme(key) if len(levels) == 1 else f"{_lexeme(key)}:{level}",
                worth(points, level),
            ]
    sql = f"SELECT document_id AS id, {' + '.join(terms)} AS points FROM search_documentkeys WHERE {_THAT_MATCH}"  # noqa: S608  (ours)
    return sql, [*values, query, asked.newer_than]


def _query(asked: Asked, *, every_word: bool) -> str:
    words = [f"({' | '.join(map(_lexeme, word))})" for word in asked.words]
    wanted = (" & " if every_word else " | ").join(words)
    limits = [_limit(limit, beside_words=bool(words)) for limit in asked.limits]
    return " & ".join([*([f"({wanted})"] if words else []), *limits])


def _limit(keys: Iterable[str], *, beside_words: bool) -> str:
    """One of the keys. Being open to everyone is asked the other way round: few documents are not."""
    return f"({' | '.join(_not_closed() if beside_words and key == OPEN else _lexeme(key) for key in keys)})"


def _not_closed() -> str:
    return f"!{_lexeme(CLOSED)}"


def _lexeme(key: str) -> str:
    return "'" + key.replace("\\", "\\\\").replace("'", "''") + "'"


def _rows(sql: str, values: list[str | int]) -> Matches:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [(int(key), int(points)) for key, points in cursor.fetchall()]
