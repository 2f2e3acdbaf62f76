"""The example tasks, and real worker processes on the tests' own database."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from copronet.common_ground.work import registry
from copronet.common_ground.work.models import Job

from . import examples


@pytest.fixture(autouse=True)
def example_tasks(monkeypatch, db) -> None:
    Job.objects.all().delete()  # what other rooms asked for while the database was made
    monkeypatch.setattr(registry, "_tasks", dict(registry.tasks()))
    examples.announce()


@pytest.fixture
def shared_database(transactional_db, tmp_path) -> Iterator[str]:
    """The name of a database that other processes can reach; SQLite's in memory is put into a file."""
    if connection.vendor != "sqlite":
        yield connection.settings_dict["NAME"]
        return
    connection.ensure_connection()
    in_memory, name = connection.connection, connection.settings_dict["NAME"]
    path = str(tmp_path / "shared.sqlite3")
    with sqlite3.connect(path) as copy:
        in_memory.backup(copy)
    copy.close()
    connection.connection, connection.settings_dict["NAME"] = None, path
    yield path
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = in_memory, name


@pytest.fixture
def start_worker(shared_database) -> Iterator[Callable[..., subprocess.Popen]]:
    """``start_worker("--once")`` gives a running worker process; none outlives the test."""
    processes = []

    def start(*options: str) -> subprocess.Popen:
        module = "copronet.common_ground.work.tests.process"
        process = subprocess.Popen([sys.executable, "-m", module, shared_database, *options])
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture
def book(tmp_path) -> Path:
    """The file in which example tasks note what they do."""
    path = tmp_path / "book"
    path.touch()
    return path


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit, "waited too long"
        time.sleep(0.05)
