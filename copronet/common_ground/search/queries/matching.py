"""Look keys up: the same documents in the same order on SQLite and on PostgreSQL.

A document's points are the sum, over the keys asked for that it has, of what the key counts times the level at
which the document keeps it. Both databases reckon in whole numbers; of equals the newest comes first. Where more than
a thousand documents have words that only hold a sentence together, all are equals.
"""

from collections.abc import Sequence

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from copronet.common_ground.search.choices import COUNTED
from copronet.common_ground.search.models import Document

from . import postgresql, sqlite
from .asking import Asked
from .keys import Matches


def matches(asked: Asked, *, every_word: bool, first: int, how_many: int) -> tuple[int, Matches]:
    """Return how many documents match, and the ids with their points, best first, from number ``first`` on.

    Beyond `COUNTED` the number only says that there are more.
    """
    if not asked.words:
        return 0, []
    return _database().matches(asked, every_word=every_word, first=first, how_many=how_many)


def how_many_match(asked: Asked, *, every_word: bool, at_most: int = COUNTED + 1) -> int:
    """Return how many documents match, and ``at_most`` where there are more."""
    return len(some_ids(asked, every_word=every_word, at_most=at_most)) if asked.words else 0


def some_ids(asked: Asked, *, every_word: bool, at_most: int = COUNTED + 1) -> list[int]:
    """Return the ids of all documents that match, or of ``at_most`` of them."""
    sql, values = _database().ids(asked, every_word=every_word)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s", [*values, at_most])
        return [int(key) for (key,) in cursor.fetchall()]


def within(documents: QuerySet[Document], asked: Asked) -> QuerySet[Document]:
    """Return those of the documents that match, as a queryset to go on with."""
    sql, values = _database().ids(asked, every_word=True)
    return documents.filter(pk__in=RawSQL(sql, values))  # noqa: S611  (our own SQL, values apart)


def some_with_one_of(keys: Sequence[str], asked: Asked, how_many: int) -> list[int]:
    """Return the ids of some documents that have one of the keys beside all that is asked for."""
    return some_ids(
        Asked((*asked.words, dict.fromkeys(keys, 1)), asked.limits), every_word=True, at_most=how_many
    )


def _database() -> "type[postgresql.PostgreSQL | sqlite.SQLite]":
    return postgresql.PostgreSQL if connection.vendor == "postgresql" else sqlite.SQLite
