"""Reading the queue: what is due, what its worker has lost, what staff should see."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.utils import timezone

from . import registry
from .choices import State
from .models import Job, Worker

# A worker says every few seconds that it is alive; after this long without a word it is taken for dead.
STALE_AFTER = timedelta(seconds=60)


def due_jobs(now: datetime) -> QuerySet[Job]:
    """What may run now, the next one first. Tasks this process does not know wait for one that does."""
    return Job.objects.filter(
        state=State.WAITING, run_after__lte=now, name__in=registry.tasks().keys()
    ).order_by("urgency", "run_after", "id")


def lost_jobs(now: datetime, stale_after: timedelta = STALE_AFTER) -> QuerySet[Job]:
    """Running, says the row; but its worker has not been heard of for too long."""
    return Job.objects.filter(state=State.RUNNING, heartbeat__lt=now - stale_after)


def worker_is_alive() -> bool:
    """Whether some worker has been heard of within the last minute."""
    return Worker.objects.filter(heartbeat__gte=timezone.now() - STALE_AFTER).exists()


def is_waiting(name: str) -> bool:
    """Whether a task of that name is to be done already and has not begun."""
    return Job.objects.filter(name=name, state=State.WAITING).exists()


def jobs_in(*states: State) -> QuerySet[Job]:
    """Newest first, with the person who asked for each."""
    return Job.objects.filter(state__in=states).select_related("requested_by").order_by("-id")


@dataclass(frozen=True)
class Summary:
    """How many tasks wait, run and have failed, and whether anybody is at work."""

    waiting: int
    running: int
    failed: int
    worker_is_alive: bool


def summary() -> Summary:
    """What the workbench says about background work, in two queries."""
    states = [State.WAITING, State.RUNNING, State.FAILED]
    rows = Job.objects.filter(state__in=states).values_list("state").annotate(Count("id"))
    counts = dict(rows.order_by())
    waiting, running, failed = (counts.get(state, 0) for state in states)
    return Summary(waiting, running, failed, worker_is_alive())
