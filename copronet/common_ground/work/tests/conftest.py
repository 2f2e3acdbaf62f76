"""The example tasks, and real worker processes on the tests' own database."""

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


@pytest.fixture(autouse=True)
def empty_queue(request) -> None:
    """Building the test database asks for work too; these tests begin without it."""
    marked = request.node.get_closest_marker("django_db")
    if marked or "transactional_db" in request.fixturenames:
        request.getfixturevalue("transactional_db" if "transactional_db" in request.fixturenames else "db")
        Job.objects.all().delete()


@pytest.fixture
def shared_database(transactional_db) -> str:
    """The name of the tests' database, for processes of their own."""
    name = str(connection.settings_dict["NAME"])
    assert ":memory:" not in name, "other processes cannot reach a database in memory"
    return name


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


def wait_until(holds: Callable[[], bool], seconds: float = 90) -> None:
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit, "waited too long"
        time.sleep(0.05)
