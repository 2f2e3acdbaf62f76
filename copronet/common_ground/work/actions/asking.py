"""Asking for a task to be done; trying a failed one again; giving it up."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.work import registry
from copronet.common_ground.work.choices import State
from copronet.common_ground.work.models import ORDINARY, URGENT, Job

if TYPE_CHECKING:
    from copronet.common_ground.people.models import Person


def enqueue(
    name: str,
    /,
    *,
    requested_by: "Person | None" = None,
    run_after: datetime | None = None,
    **arguments: Any,
) -> Job:
    """Ask for a task to be done in the background, once the transaction around this call is committed.

    The job is a row of the same database: where the transaction is rolled back, nothing was asked for.
    Arguments are JSON values, best ids and codes. The task may run more than once; it must not mind.
    Raises KeyError for a name nobody announced, TypeError for arguments that the task does not take or that
    JSON cannot hold.
    """
    task = registry.task(name)
    task.check(arguments)
    return Job.objects.create(
        name=name,
        arguments=arguments,
        requested_by=requested_by,
        run_after=run_after or timezone.now(),
        urgency=URGENT if task.is_urgent else ORDINARY,
    )


@transaction.atomic
def try_again(*, actor: Actor, job: Job) -> Job:
    """Run a failed task again, or one that waits for its next try without waiting. Its tries begin anew."""
    job = _locked(job)
    if not (job.state == State.FAILED or job.waits_for_another_try):
        raise ActionRefused(_("Only a task that has failed can be tried again."))
    job.state, job.attempts, job.run_after = State.WAITING, 0, timezone.now()
    job.save(update_fields=["state", "attempts", "run_after"])
    record(actor=actor, verb="work.tried_again", about=job)
    return job


@transaction.atomic
def give_up(*, actor: Actor, job: Job) -> Job:
    """Take a waiting or failed task off the list; the row stays until finished tasks are cleared away."""
    job = _locked(job)
    if job.state not in {State.WAITING, State.FAILED}:
        raise ActionRefused(_("Only a task that waits or has failed can be given up."))
    job.state, job.finished = State.GIVEN_UP, timezone.now()
    job.save(update_fields=["state", "finished"])
    record(actor=actor, verb="work.gave_up", about=job)
    return job


def _locked(job: Job) -> Job:
    return Job.objects.select_for_update().get(pk=job.pk)
