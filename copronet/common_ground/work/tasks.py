"""The worker itself, and the two tasks that this room brings: pruning, and what libraries ask for."""

import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import Task

from .actions import claim, enqueue_due_slots, recover_lost_jobs, run
from .choices import State
from .models import Job, Worker
from .queries import STALE_AFTER

logger = logging.getLogger("copronet.work")

# However short the operator's retention: a turn of the schedule must be remembered until the next one.
SHORTEST_MEMORY = timedelta(days=3)


def prune_finished_jobs() -> None:
    """Remove jobs done or given up longer than KEEP_TASKS_DAYS ago, and workers that are no more."""
    now = timezone.now()
    kept = max(timedelta(days=settings.KEEP_TASKS_DAYS), SHORTEST_MEMORY)
    Job.objects.filter(state__in=[State.DONE, State.GIVEN_UP], finished__lt=now - kept).delete()
    Worker.objects.filter(heartbeat__lt=now - timedelta(days=1)).delete()


def run_library_task(path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Run a task that a library defined with django-tasks. What it was about may be gone: then it is done."""
    task = import_string(path)
    if not isinstance(task, Task):
        raise TypeError(f"{path} is not a task.")
    with suppress(ObjectDoesNotExist):
        task.call(*args, **kwargs)


def worker_name() -> str:
    """Unlike any other worker's, on this machine or another."""
    return f"{socket.gethostname()[:50]}:{os.getpid()}:{secrets.token_hex(4)}"


@dataclass
class WorkerLoop:
    """One worker process: runs jobs until it is told to stop, and says all the while that it lives."""

    poll: float = 0.5  # seconds between looks at an empty queue
    beat: float = 10.0  # seconds between signs of life
    stale_after: timedelta = STALE_AFTER
    name: str = field(default_factory=worker_name)
    present: Job | None = None
    stopping: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    _looked_after: float = 0.0

    def run_forever(self) -> None:
        """Work until `stop`; a database that does not answer is waited for."""
        self._catch_signals()
        heart = threading.Thread(target=self._keep_beating, daemon=True)
        heart.start()
        while not self.stopping.is_set():
            if not self._carefully(self._turn):
                self.stopping.wait(self.poll)
        self.over.set()
        heart.join()
        Worker.objects.filter(name=self.name).delete()

    def run_once(self) -> None:
        """Look after the queue, run all that is due, and end."""
        self._look_after()
        while self._turn():
            pass

    def stop(self, *_signal: Any) -> None:
        """Finish the present task, then end."""
        self.stopping.set()

    def _catch_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)

    def _turn(self) -> bool:
        self._look_after_now_and_then()
        self.present = claim(worker=self.name)
        if self.present is None:
            return False
        try:
            run(self.present)
        finally:
            self.present = None
        return True

    def _look_after_now_and_then(self) -> None:
        if time.monotonic() - self._looked_after >= self.beat:
            self._look_after()

    def _look_after(self) -> None:
        self._looked_after = time.monotonic()
        close_old_connections()
        recover_lost_jobs(stale_after=self.stale_after)
        enqueue_due_slots()

    def _keep_beating(self) -> None:
        self._carefully(self._heartbeat)
        while not self.over.wait(self.beat):
            self._carefully(self._heartbeat)
        connection.close()

    def _heartbeat(self) -> bool:
        now, job = timezone.now(), self.present
        Worker.objects.update_or_create(name=self.name, defaults={"heartbeat": now})
        if job:
            Job.objects.filter(pk=job.pk, worker=self.name, attempts=job.attempts).update(heartbeat=now)
        return True

    def _carefully(self, act: Callable[[], bool]) -> bool:
        """Do it; when the database fails, let go of the connection and say False: it is tried again."""
        try:
            return act()
        except (DatabaseError, InterfaceError):
            logger.exception("The database did not answer the worker")
            connection.close()
            return False
