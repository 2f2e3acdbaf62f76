"""What other rooms tell this one: their tasks by name, and which of them run by the clock.

A task is a plain function whose arguments are JSON values: ids and codes, not texts about people. It may be
run more than once with the same arguments (a worker can be killed after the work and before it says so), so
it must leave the same result the second time. It manages its own transactions, and keeps them short.
"""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# After the first failure wait a minute, after the second five, and so on; after the last the task has failed.
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
RESERVED = {"requested_by", "run_after"}


@dataclass(frozen=True)
class Task:
    """Something that runs in the background under a name; ``title`` is what staff read."""

    name: str
    function: Callable[..., Any]
    title: "str | _StrPromise"
    is_urgent: bool
    waits: tuple[timedelta, ...]

    @property
    def shows_progress(self) -> bool:
        return "progress" in inspect.signature(self.function).parameters

    def check(self, arguments: dict[str, Any]) -> None:
        """Raise TypeError, where the mistake was made, for arguments that the function does not take."""
        given = arguments | ({"progress": None} if self.shows_progress else {})
        inspect.signature(self.function).bind(**given)


@dataclass(frozen=True)
class Slot:
    """One turn of a scheduled task. ``key`` is the same in whichever worker works it out."""

    name: str
    key: str
    begins: datetime


@dataclass(frozen=True)
class _Daily:
    at: time

    def latest(self, now: datetime) -> tuple[str, datetime]:
        begins = datetime.combine(now.date(), self.at, tzinfo=now.tzinfo)
        if begins > now:
            begins = datetime.combine(now.date() - timedelta(days=1), self.at, tzinfo=now.tzinfo)
        return begins.date().isoformat(), begins


@dataclass(frozen=True)
class _Every:
    minutes: int

    def latest(self, now: datetime) -> tuple[str, datetime]:
        turn = int(now.timestamp()) // (self.minutes * 60)
        begins = datetime.fromtimestamp(turn * self.minutes * 60, tz=now.tzinfo)
        return f"every {self.minutes}: {turn}", begins


_tasks: dict[str, Task] = {}
_timetable: dict[str, _Daily | _Every] = {}


def add_task(
    name: str,
    function: Callable[..., Any],
    *,
    title: "str | _StrPromise" = "",
    urgent: bool = False,
    waits: Iterable[timedelta] = WAITS,
) -> None:
    """Make a task known as ``app.what_it_does``. Urgent ones (a sign-in code) go before all others.

    A function with a parameter named ``progress`` is given a `work.actions.Progress`.
    """
    taken = RESERVED & inspect.signature(function).parameters.keys()
    if taken:
        raise TypeError(f"{name}: {', '.join(sorted(taken))} mean something to enqueue itself.")
    _tasks[name] = Task(name, function, title or name, urgent, tuple(waits))


def add_daily(name: str, at: str = "03:00") -> None:
    """Run a task once a day, at ``at`` in the site's time zone or as soon afterwards as a worker is there."""
    _timetable[name] = _Daily(time.fromisoformat(at))


def add_every(name: str, *, minutes: int) -> None:
    """Run a task every so many minutes. A turn waits while the task's last one is still unfinished."""
    if not 1 <= minutes <= 24 * 60:
        raise ValueError(f"{name}: between one minute and a day, not {minutes} minutes.")
    _timetable[name] = _Every(minutes)


def task(name: str) -> Task:
    """The task of that name; one that nobody announced is a mistake and raises KeyError."""
    return _tasks[name]


def title_of(name: str) -> "str | _StrPromise":
    """What staff read; the bare name for a task that no longer exists."""
    return _tasks[name].title if name in _tasks else name


def tasks() -> dict[str, Task]:
    return dict(_tasks)


def slots(now: datetime) -> list[Slot]:
    """The latest turn of each scheduled task at ``now``, an aware time in the site's zone."""
    return [Slot(name, *times.latest(now)) for name, times in _timetable.items()]
