"""Background tasks, and the workers that carry them out."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .choices import State
from .registry import title_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

URGENT, ORDINARY = 0, 1


class Job(models.Model):
    """One task to be done, and what became of it."""

    name = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    slot = models.CharField(max_length=40, blank=True)  # the turn of the schedule that it is, if it is one
    urgency = models.PositiveSmallIntegerField(default=ORDINARY)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="jobs"
    )
    requested = models.DateTimeField(auto_now_add=True)
    run_after = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True)
    heartbeat = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, blank=True)
    error_code = models.CharField(max_length=100, blank=True)
    error_text = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="work_job_one_for_each_slot", fields=["name", "slot"], condition=~Q(slot="")
            ),
            models.CheckConstraint(name="work_job_state_known", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="work_job_running_has_a_worker",
                condition=~Q(state="running") | Q(heartbeat__isnull=False) & ~Q(worker=""),
            ),
        ]
        indexes = [models.Index(fields=["state", "urgency", "run_after", "id"], name="work_job_next")]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}: {self.state}"

    @property
    def title(self) -> "str | _StrPromise":
        return title_of(self.name)

    @property
    def waits_for_another_try(self) -> bool:
        return self.state == State.WAITING and self.attempts > 0


class Worker(models.Model):
    """A worker process that is, or was a moment ago, alive."""

    name = models.CharField(max_length=80, unique=True)
    started = models.DateTimeField(auto_now_add=True)
    heartbeat = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name
