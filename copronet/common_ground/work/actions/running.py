"""Carrying out tasks: claim one, run it, say what became of it; take back what a dead worker held."""

import logging
import time
import traceback
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.work import registry
from copronet.common_ground.work.choices import State
from copronet.common_ground.work.models import Job
from copronet.common_ground.work.queries import STALE_AFTER, due_jobs, lost_jobs

logger = logging.getLogger("copronet.work")

LONGEST_ERROR = 8_000  # characters of a traceback that staff are shown: its end, where the cause stands


class Progress:
    """How far a task has come. Written at most once a second, so that counting costs nothing.

    Written in the transaction the task is in: a task that wants to be watched commits between its steps.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._written = 0.0

    def begin(self, total: int) -> None:
        """Say how many steps there will be."""
        self._job.done, self._job.total = 0, total
        self.write()

    def step(self, count: int = 1) -> None:
        """Say that so many steps more are done."""
        self._job.done += count
        if self._job.done >= self._job.total or time.monotonic() - self._written >= 1:
            self.write()

    def write(self) -> None:
        self._written = time.monotonic()
        Job.objects.filter(pk=self._job.pk).update(done=self._job.done, total=self._job.total)


def claim(*, worker: str) -> Job | None:
    """Take the next job that is due, so that no other worker does; None while there is none."""
    now = timezone.now()
    if not due_jobs(now).exists():  # asked outside a transaction: SQLite would lock the database for it
        return None
    with transaction.atomic():
        job = due_jobs(now).select_for_update(skip_locked=True).first()
        if job is None:
            return None
        job.state, job.worker, job.attempts = State.RUNNING, worker, job.attempts + 1
        job.started = job.heartbeat = timezone.now()
        job.save(update_fields=["state", "worker", "attempts", "started", "heartbeat"])
        return job


def run(job: Job) -> None:
    """Carry out a claimed job and write down what became of it. Never raises for the task's own failures."""
    try:
        _call(job)
    except Exception as error:  # noqa: BLE001  (whatever a task raises is its failure, not the worker's)
        _write(job, **_after_failure(job, error))
    else:
        _write(job, state=State.DONE, finished=timezone.now(), error_code="", error_text="")


def run_due(*, worker: str = "here") -> int:
    """Run in this process all that is due, and what that brings about; how many ran. For tests and tools."""
    count = 0
    while job := claim(worker=worker):
        run(job)
        count += 1
    return count


def recover_lost_jobs(*, stale_after: timedelta = STALE_AFTER) -> int:
    """Put back what a dead worker was doing; a job that has lost a worker at every try has failed."""
    now = timezone.now()
    if not lost_jobs(now, stale_after).exists():
        return 0
    with transaction.atomic():
        lost = list(lost_jobs(now, stale_after).select_for_update(skip_locked=True))
        for job in lost:
            logger.warning("%s was lost by its worker %s", job, job.worker)
            Job.objects.filter(pk=job.pk).update(**_after_loss(job, now))
    return len(lost)


def _call(job: Job) -> Any:
    task = registry.task(job.name)
    extra = {"progress": Progress(job)} if task.shows_progress else {}
    return task.function(**job.arguments, **extra)


def _write(job: Job, **values: Any) -> None:
    """Change the row while this try holds it: a worker taken for dead must not speak for its successor."""
    held = Job.objects.filter(pk=job.pk, state=State.RUNNING, worker=job.worker, attempts=job.attempts)
    if not held.update(**values):
        logger.warning("%s finished after another worker had taken it over", job)


def _after_failure(job: Job, error: Exception) -> dict[str, Any]:
    logger.warning("%s failed at try %s: %r", job, job.attempts, error)
    waits = () if isinstance(error, ActionRefused) else registry.task(job.name).waits
    text = "".join(traceback.format_exception(error))[-LONGEST_ERROR:]
    return {
        "error_code": type(error).__name__[:100],
        "error_text": text.replace("\x00", ""),  # PostgreSQL refuses NUL in texts
        **_next_state(job, waits, timezone.now()),
    }


def _after_loss(job: Job, now: datetime) -> dict[str, Any]:
    waits = registry.tasks()[job.name].waits if job.name in registry.tasks() else registry.WAITS
    state = _next_state(job, tuple(timedelta(0) for _wait in waits), now)
    return {"error_code": "WorkerLost", "error_text": f"{job.worker}: {job.heartbeat}", **state}


def _next_state(job: Job, waits: tuple[timedelta, ...], now: datetime) -> dict[str, Any]:
    if job.attempts > len(waits):
        return {"state": State.FAILED, "finished": now}
    return {"state": State.WAITING, "run_after": now + waits[job.attempts - 1]}
