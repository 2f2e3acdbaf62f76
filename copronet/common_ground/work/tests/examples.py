"""Tasks that the tests run, in this process and in real workers."""

import time
from pathlib import Path

from django_tasks import task

from copronet.common_ground.work import registry
from copronet.common_ground.work.actions import Progress


def note(path: str, line: str) -> None:
    with Path(path).open("a") as book:
        book.write(f"{line}\n")


def slow(path: str, seconds: float) -> None:
    note(path, "begin")
    time.sleep(seconds)
    note(path, "end")


def fail(path: str = "") -> None:
    raise RuntimeError("the example fails")


def stepwise(path: str, steps: int, progress: Progress) -> None:
    progress.begin(steps)
    for step in range(steps):
        note(path, str(step))
        progress.step()


def nothing() -> None:
    pass


@task()
def of_a_library(path: str, line: str) -> None:
    note(path, line)


def announce() -> None:
    registry.add_task("examples.note", note)
    registry.add_task("examples.slow", slow)
    registry.add_task("examples.fail", fail)
    registry.add_task("examples.stepwise", stepwise)
    registry.add_task("examples.nothing", nothing)
    registry.add_task("examples.urgent", note, urgent=True)
