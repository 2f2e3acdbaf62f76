"""Making an archive while the site runs.

The database is copied first, in one consistent picture; files are only ever added beside it, so that every
file a row of that picture names is there to be copied afterwards.
"""

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import IO

from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from .choices import DATABASE, FILES, MANIFEST, PIECE, Entry, Manifest
from .queries import applied_migrations, run_postgresql, stored_files


def back_up(target: Path) -> Manifest:
    """Write database and files to ``target``, which is replaced only once the new archive is whole."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            manifest = _fill(archive)
        os.fsync(raw.fileno())
    unfinished.replace(target)
    return manifest


def _fill(archive: zipfile.ZipFile) -> Manifest:
    manifest = Manifest(timezone.now().isoformat(), connection.vendor, applied_migrations())
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / DATABASE
        _copy_database(picture)
        with picture.open("rb") as source:
            manifest.entries[DATABASE] = _add(archive, DATABASE, source)
    for name in stored_files():
        with default_storage.open(name) as source:
            manifest.entries[FILES + name] = _add(archive, FILES + name, source)
    archive.writestr(MANIFEST, json.dumps(manifest.as_json(), indent=2))
    return manifest


def _add(archive: zipfile.ZipFile, name: str, source: IO[bytes]) -> Entry:
    digest, size = hashlib.sha256(), 0
    with archive.open(name, "w", force_zip64=True) as into:
        while piece := source.read(PIECE):
            digest.update(piece)
            size += len(piece)
            into.write(piece)
    return Entry(size, digest.hexdigest())


def _copy_database(picture: Path) -> None:
    if connection.vendor == "postgresql":
        run_postgresql("pg_dump", "--no-owner", "--format=custom", f"--file={picture}")
        return
    connection.ensure_connection()
    with sqlite3.connect(picture) as copy:
        connection.connection.backup(copy)
    copy.close()
