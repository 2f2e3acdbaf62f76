"""Test databases: migrated once, copied for every process, and put back as they were after a test that commits.

What is migrated stays for the next run, which begins at once unless a migration or a library has changed.
``--create-db`` migrates anew all the same, once for each run however many processes share it.
"""

import fcntl
import gc
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction

PutBack = Callable[[], None]
FOLDER = Path(tempfile.gettempdir()) / f"copronet-test-{os.getuid()}"
REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements" / "development.lock"


def prepare(*, run: str, anew: bool) -> None:
    """Leave the default connection on a migrated database that is this process's own.

    ``run`` is the same in all processes of one run; ``anew``: what an earlier run left is not good enough.
    """
    name = connection.settings_dict["TEST"]["NAME"]
    with migrated(name, run=run, anew=anew) as whole:
        _copy(whole, name)
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    call_command("migrate", verbosity=0)  # nothing but what follows every migration


@contextmanager
def migrated(name: str, *, run: str, anew: bool = False) -> Iterator[str]:
    """The name of the migrated database, made now where it is not good enough, and nobody else's meanwhile."""
    whole = _Migrated(name.split("_gw", maxsplit=1)[0] + "_migrated")
    with whole.alone():
        if not whole.is_good() or (anew and whole.run != run):
            whole.make(run)
        yield whole.name


class _Migrated:
    """The database that all others are copied from, with a note of what it was made of and in which run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.note = FOLDER / f"{Path(name).name}.{connection.vendor}"

    @contextmanager
    def alone(self) -> Iterator[None]:
        with self.note.with_suffix(".lock").open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield

    @property
    def run(self) -> str:
        return self.note.read_text().split()[1]

    def is_good(self) -> bool:
        made_of = self.note.read_text().split()[0] if self.note.exists() else ""
        return made_of == _fingerprint() and _exists(self.name)

    def make(self, run: str) -> None:
        self.note.unlink(missing_ok=True)
        names = connection.settings_dict["TEST"]
        own, names["NAME"] = names["NAME"], self.name
        with rarely_tidied():
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        names["NAME"] = own
        connection.close()
        self.note.write_text(f"{_fingerprint()} {run}")


@contextmanager
def rarely_tidied() -> Iterator[None]:
    """Migrations draw thousands of models; Python would spend a quarter of the time looking for rubbish."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 50, 50)
    yield
    gc.set_threshold(*before)


def _fingerprint() -> str:
    """Changes with every migration, ours or a library's."""
    found = hashlib.sha256(REQUIREMENTS.read_bytes())
    for config in apps.get_app_configs():
        if config.name.startswith("copronet."):
            for migration in sorted(Path(config.path).glob("migrations/*.py")):
                found.update(migration.name.encode() + migration.read_bytes())
    return found.hexdigest()


def _exists(name: str) -> bool:
    if connection.vendor == "sqlite":
        return Path(name).exists()
    return bool(_postgresql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))


def _copy(whole: str, name: str) -> None:
    if connection.vendor == "sqlite":
        for ending in ("-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)
        shutil.copyfile(whole, name)
    else:
        _postgresql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        _postgresql(f'CREATE DATABASE "{name}" TEMPLATE "{whole}"')


def _postgresql(statement: str) -> list[tuple[Any, ...]]:
    """Say something to the server from outside of any database of ours."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


# --- after tests ------------------------------------------------------------------------------------------------


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done within is undone at its end: around a part of a test, or around a module of tests."""
    everything = transaction.atomic()
    everything._from_testcase = True  # a deed that has to be the outermost is that all the same
    with everything:
        yield
        transaction.set_rollback(True)


# --- after a test that commits ---------------------------------------------------------------------------------


def remember() -> PutBack:
    """Keep every row as it is now; what comes back puts them all back, whatever was committed meanwhile."""
    put_back = _remember_file() if connection.vendor == "sqlite" else _remember_rows()

    def put_everything_back() -> None:
        put_back()
        ContentType.objects.clear_cache()

    return put_everything_back


def _remember_file() -> PutBack:
    kept = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as now:
        now.backup(kept)

    def put_back() -> None:
        connection.close()
        with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=20)) as changed:
            kept.backup(changed)

    return put_back


def _remember_rows() -> PutBack:
    """PostgreSQL: rows are taken out and put in with all triggers asleep, so nothing refuses or follows."""
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
            columns = ", ".join(f'"{column.name}"' for column in cursor.description)
            with cursor.copy(f'COPY "{table}" ({columns}) TO STDOUT') as copy:
                rows[f'"{table}" ({columns})'] = (f'"{table}"', b"".join(copy))

    def put_back() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute("; ".join(f"DELETE FROM {table}" for table, _kept in rows.values()))
            for place, (_table, kept) in rows.items():
                if kept:
                    with cursor.copy(f"COPY {place} FROM STDIN") as copy:
                        copy.write(kept)

    return put_back
