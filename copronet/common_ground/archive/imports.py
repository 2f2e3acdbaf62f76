"""Putting an archive back. Everything is checked before anything is touched."""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection
from django.utils.translation import gettext_lazy as _

from .choices import DATABASE, FILES, FORMAT, FORMAT_NUMBER, MANIFEST, PIECE, ArchiveRefused, Entry, Manifest
from .queries import known_migrations, run_postgresql, stored_files


def restore(source: Path) -> Manifest:
    """Replace the database and the files by those of the archive.

    Raises `ArchiveRefused`, having touched nothing, when the archive is damaged, is not ours, was made by a
    newer copronet or comes from another kind of database.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _checked(archive)
            _put_back(archive, manifest)
            return manifest
    except (zipfile.BadZipFile, OSError, EOFError) as damage:
        raise ArchiveRefused(
            _("The archive cannot be read: %(reason)s"), params={"reason": damage}
        ) from damage


def _checked(archive: zipfile.ZipFile) -> Manifest:
    manifest = _manifest(archive)
    _belongs_here(manifest)
    expected, found = {MANIFEST, *manifest.entries}, sorted(archive.namelist())
    if sorted(expected) != found:
        raise ArchiveRefused(_("The archive does not hold what its manifest lists."))
    for name, entry in manifest.entries.items():
        _check_entry(archive, name, entry)
    return manifest


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        return Manifest.from_json(json.loads(archive.read(MANIFEST)))
    except (KeyError, ValueError) as slip:
        raise ArchiveRefused(_("This is not an archive made by copronet.")) from slip


def _belongs_here(manifest: Manifest) -> None:
    if manifest.format != FORMAT:
        raise ArchiveRefused(_("This is not an archive made by copronet."))
    if manifest.number != FORMAT_NUMBER or not set(manifest.migrations) <= known_migrations():
        raise ArchiveRefused(_("The archive was made by a newer copronet. Update this one first."))
    if manifest.kind != connection.vendor:
        raise ArchiveRefused(
            _("The archive comes from %(theirs)s, and this site runs on %(ours)s."),
            params={"theirs": manifest.kind, "ours": connection.vendor},
        )


def _check_entry(archive: zipfile.ZipFile, name: str, entry: Entry) -> None:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or archive.getinfo(name).file_size != entry.size:
        raise _damaged(name)
    digest = hashlib.sha256()
    with archive.open(name) as part:
        while piece := part.read(PIECE):
            digest.update(piece)
    if digest.hexdigest() != entry.sha256:
        raise _damaged(name)


def _damaged(name: str) -> ArchiveRefused:
    return ArchiveRefused(_("A part of the archive is damaged: %(name)s"), params={"name": name})


def _put_back(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(archive.extract(DATABASE, folder))
        _check_database(picture)
        _replace_database(picture)
    kept = {name.removeprefix(FILES) for name in manifest.entries if name != DATABASE}
    for name in sorted(set(stored_files()) | kept):
        default_storage.delete(name)
        if name in kept:
            with archive.open(FILES + name) as part:
                default_storage.save(name, File(part))


def _check_database(picture: Path) -> None:
    if connection.vendor == "sqlite":
        with sqlite3.connect(picture) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        copy.close()
        if not sound:
            raise _damaged(DATABASE)


def _replace_database(picture: Path) -> None:
    """Both kinds of database replace themselves in one transaction, or not at all."""
    if connection.vendor == "postgresql":
        _replace_postgresql(picture)
        return
    connection.ensure_connection()
    with sqlite3.connect(picture) as copy:
        copy.backup(connection.connection)
    copy.close()


def _replace_postgresql(picture: Path) -> None:
    # Emptied first, so that tables younger than the archive do not stay behind.
    emptied, filled = picture.with_suffix(".empty.sql"), picture.with_suffix(".sql")
    emptied.write_text("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
    run_postgresql("pg_restore", "--no-owner", f"--file={filled}", str(picture))
    connection.close()
    whole = ("--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
    run_postgresql("psql", *whole, f"--file={emptied}", f"--file={filled}")
