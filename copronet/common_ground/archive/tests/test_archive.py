"""An archive goes back whole, or not at all."""

import json
import zipfile
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from copronet.common_ground.archive.choices import MANIFEST
from copronet.common_ground.people.models import Person
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


def every_table() -> dict[str, list[Any]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows[table] = sorted(map(repr, cursor.fetchall()))
    return rows


def rewrite(archive, **changed: bytes) -> None:
    """The same archive with some parts put in place of others."""
    with zipfile.ZipFile(archive) as old:
        parts = {name: old.read(name) for name in old.namelist()} | changed
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)


@pytest.fixture
def archive(tmp_path):
    PersonFactory(name="Mair Tŷ Gwyn")
    default_storage.save("llun.txt", ContentFile(b"gwreiddiol"))
    file = tmp_path / "network.copronet"
    call_command("backup", file)
    yield file
    default_storage.delete("llun.txt")
    default_storage.delete("wedyn.txt")


@pytest.mark.slow
def test_everything_comes_back_as_it_was(archive):
    before = every_table()
    PersonFactory(name="Added afterwards")
    default_storage.save("wedyn.txt", ContentFile(b"later"))
    default_storage.delete("llun.txt")

    call_command("restore", archive)

    assert every_table() == before
    assert default_storage.open("llun.txt").read() == b"gwreiddiol"
    assert not default_storage.exists("wedyn.txt")


def test_a_restored_journal_is_still_only_added_to(archive):
    before = seals()

    call_command("restore", archive)

    assert before
    assert seals() == before


def seals() -> list[Any]:
    table, name = ("pg_trigger", "tgname") if connection.vendor == "postgresql" else ("sqlite_master", "name")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM {table} WHERE {name} LIKE '%sealed%' ORDER BY 1")
        return cursor.fetchall()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda file: file.write_bytes(b"not a zip"), "cannot be read"),
        (lambda file: file.write_bytes(file.read_bytes()[:-900]), "cannot be read"),
        (lambda file: rewrite(file, database=b"something else"), "is damaged: database"),
        (lambda file: rewrite(file, **{"files/llun.txt": b"gwreiddioX"}), "is damaged: files/llun.txt"),
        (lambda file: rewrite(file, **{"files/more.txt": b"smuggled in"}), "what its manifest lists"),
        (lambda file: rewrite(file, **{MANIFEST: b"{}"}), "not an archive made by copronet"),
        (lambda file: alter(file, format="another-program"), "not an archive made by copronet"),
        (lambda file: alter(file, kind="oracle"), "comes from oracle"),
        (lambda file: alter(file, migrations=["people.9999_later"]), "made by a newer copronet"),
        (lambda file: file.unlink(), "cannot be read"),
    ],
)
def test_a_damaged_or_foreign_archive_is_refused_and_nothing_changes(archive, spoil, reason):
    later = PersonFactory(name="Here to stay")
    before = every_table()
    spoil(archive)

    with pytest.raises(CommandError, match=reason):
        call_command("restore", archive)

    assert every_table() == before
    assert Person.objects.get(pk=later.pk).name == "Here to stay"
    assert default_storage.open("llun.txt").read() == b"gwreiddiol"


def alter(file, **changed: Any) -> None:
    with zipfile.ZipFile(file) as old:
        manifest = json.loads(old.read(MANIFEST))
    rewrite(file, **{MANIFEST: json.dumps(manifest | changed).encode()})


def test_a_backup_that_fails_leaves_the_older_one_in_place(archive, monkeypatch):
    older = archive.read_bytes()
    monkeypatch.setenv("PATH", "")
    default_storage.delete("llun.txt")
    monkeypatch.setattr(default_storage, "listdir", _unreachable)

    with pytest.raises((CommandError, ConnectionError)):
        call_command("backup", archive)

    assert archive.read_bytes() == older


def _unreachable(_folder: str) -> Any:
    raise ConnectionError("the store cannot be reached")
