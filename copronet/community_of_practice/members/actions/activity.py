"""The rule of when a member counts as active, and keeping the deeds that meet it."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.community_of_practice.members.models import ActiveRule, Qualification
from copronet.community_of_practice.members.queries.activity import (
    counts_until,
    qualifying_deeds,
    rule_in_force,
)
from copronet.community_of_practice.members.registry import qualifying

from .numbering import put_after_newest


@transaction.atomic
def set_active_rule(
    *,
    actor: Actor,
    months: int,
    verbs: Iterable[str],
    decision_cy: str = "",
    decision_en: str = "",
    key: UUID | None = None,
) -> ActiveRule:
    """Put a new rule in force from today, by a decision. What counted under the former one stays counted."""
    once(key)
    chosen = sorted(set(verbs))
    if not chosen or not qualifying().keys() >= set(chosen):
        raise ActionRefused(_("Choose at least one kind of deed that counts."))
    rule = ActiveRule(
        months=months,
        verbs=chosen,
        begins=timezone.localdate(),
        decision_cy=decision_cy,
        decision_en=decision_en,
    )
    put_after_newest(rule)
    record(actor=actor, verb="members.active_rule_set", about=rule, key=key)
    return rule


def keep_qualifications(*, on: date) -> int:
    """Note every qualifying deed since the last one noted under the rule in force. Gives how many are new.

    Follows from deeds that have their own lines. Run twice, it notes nothing twice.
    """
    rule = rule_in_force(on)
    if rule is None:
        return 0
    noted = (
        Qualification.objects.filter(rule=rule).order_by("-begins").values_list("begins", flat=True).first()
    )
    # A day back, because what came late in the day may have been missed.
    since = noted - timedelta(days=1) if noted else date.min
    new = [
        Qualification(membership=membership, rule=rule, deed=deed, begins=begins, ends=ends)
        for membership, deed in qualifying_deeds(rule, since=since)
        for begins, ends in [counts_until(deed, rule)]
    ]
    before = Qualification.objects.filter(rule=rule).count()
    Qualification.objects.bulk_create(new, ignore_conflicts=True, batch_size=500)
    return Qualification.objects.filter(rule=rule).count() - before
