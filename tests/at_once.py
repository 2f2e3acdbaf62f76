"""Several people at the same moment: real threads, each with its own connection to the database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from copronet.common_ground.journal.actions import ActionRefused

Do = Callable[[], Any]

only_where_rows_are_held = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite lets one writer in at a time, so nothing races; PostgreSQL shows the lock",
)


def at_once(*deeds: Do) -> list[Any]:
    """Do all of them at the same moment; what each gave, or the refusal it met, in their order."""
    ready = Barrier(len(deeds))

    def attempt(do: Do) -> Any:
        ready.wait(10)
        return _attempt(do)

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(attempt, deeds))


def together(*deeds: Do) -> list[str]:
    """Do all of them at the same moment; what came of them, in order of the words.

    ``done``, ``refused``, or the name of a refusal of its own kind.
    """
    return sorted(_said_of(each) for each in at_once(*deeds))


def while_held(first: Do, second: Do) -> str:
    """What came of the second, which began while the first had been done and not yet been committed."""
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            first()
            waiting = threads.submit(_attempt, second)
            while not (waiting.done() or _somebody_waits()):
                pass
        return _said_of(waiting.result())


def _attempt(do: Do) -> Any:
    try:
        return do()
    except ActionRefused as refusal:
        return refusal
    finally:
        connection.close()


def _said_of(came: Any) -> str:
    if isinstance(came, ActionRefused):
        return "refused" if type(came) is ActionRefused else type(came).__name__
    return "done"


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])
