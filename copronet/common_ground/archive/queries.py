"""What there is to archive: the files in storage, and how far the database's own history goes."""

import os
import subprocess
from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def stored_files(folder: str = "") -> Iterator[str]:
    """The names of all files in storage, folder by folder."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in sorted(files))
    for inner in sorted(folders):
        yield from stored_files(f"{folder}{inner}/")


def applied_migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def known_migrations() -> set[str]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return {f"{app}.{name}" for app, name in loader.disk_migrations}


def run_postgresql(tool: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own tools on the site's database; raises CalledProcessError with its words."""
    settings = connection.get_connection_params()
    given = {
        "PGHOST": settings.get("host"),
        "PGPORT": settings.get("port"),
        "PGUSER": settings.get("user"),
        "PGPASSWORD": settings.get("password"),
        "PGDATABASE": settings.get("dbname"),
    }
    environment = os.environ | {name: str(value) for name, value in given.items() if value}
    subprocess.run(  # noqa: S603  (a fixed command, no shell)
        [tool, *arguments], env=environment, check=True, capture_output=True, text=True
    )
