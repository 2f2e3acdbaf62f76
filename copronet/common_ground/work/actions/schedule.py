"""The schedule: each turn of each scheduled task becomes exactly one job, however many workers look."""

from datetime import datetime

from django.utils import timezone

from copronet.common_ground.work import registry
from copronet.common_ground.work.choices import State
from copronet.common_ground.work.models import Job

UNFINISHED = (State.WAITING, State.RUNNING)


def enqueue_due_slots(now: datetime | None = None) -> int:
    """Enqueue the latest turn of every scheduled task that has none yet; how many this call tried to add.

    A turn missed while no worker ran is made up for, once. A turn waits while the last one is unfinished.
    """
    slots = registry.slots(timezone.localtime(now))
    known = set(
        Job.objects.filter(name__in=[slot.name for slot in slots])
        .exclude(slot="")
        .filter(slot__in=[slot.key for slot in slots])
        .values_list("name", "slot")
    )
    fresh = [slot for slot in slots if (slot.name, slot.key) not in known]
    busy = _busy({slot.name for slot in fresh}) if fresh else set()
    jobs = [_job(slot) for slot in fresh if slot.name not in busy]
    # The constraint decides between two workers that look at the same moment; the second adds nothing.
    Job.objects.bulk_create(jobs, ignore_conflicts=True)
    return len(jobs)


def _busy(names: set[str]) -> set[str]:
    unfinished = Job.objects.filter(name__in=names, state__in=UNFINISHED).exclude(slot="")
    return set(unfinished.values_list("name", flat=True))


def _job(slot: registry.Slot) -> Job:
    return Job(name=slot.name, slot=slot.key, run_after=slot.begins)
