"""The register of data breaches: what was found, what was done, whom it told, and its end."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.choices import ToldWhom
from copronet.common_ground.people.models import Breach, BreachStep


@transaction.atomic
def add_step(
    *,
    actor: Actor,
    breach: Breach,
    at: datetime,
    done_cy: str = "",
    done_en: str = "",
    told: str = ToldWhom.NOBODY,
    key: UUID | None = None,
) -> BreachStep:
    """Write down something done about a breach. A closed one takes no more steps."""
    once(key)
    locked = _open(breach)
    if at > timezone.now():
        raise ActionRefused(_("This time is still to come."))
    step = BreachStep.objects.create(breach=locked, at=at, done_cy=done_cy, done_en=done_en, told=told)
    record(actor=actor, verb="people.breach_step_taken", about=step, key=key)
    return step


@transaction.atomic
def close_breach(*, actor: Actor, breach: Breach) -> None:
    """Nothing more is to be done. Refused before anything was."""
    locked = _open(breach)
    if not locked.steps.exists():
        raise ActionRefused(_("Write down first what was done about it."))
    locked.closed_at = timezone.now()
    locked.save(update_fields=["closed_at"])
    record(actor=actor, verb="people.breach_closed", about=locked)


def _open(breach: Breach) -> Breach:
    locked = Breach.objects.select_for_update().get(pk=breach.pk)
    if locked.closed_at is not None:
        raise ActionRefused(_("This breach is closed."))
    return locked
