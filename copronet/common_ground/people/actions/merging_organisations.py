"""Two records of one organisation become one; the histories of both stay."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record, save
from copronet.common_ground.journal.queries import type_of
from copronet.common_ground.languages.models import Passage
from copronet.common_ground.people import registry
from copronet.common_ground.people.models import Grant, Organisation, Person
from copronet.common_ground.people.queries import (
    answers_for,
    differing_lines,
    has_or_will_have_grants,
    numbers_of,
)

from .describing import keep_numbers
from .likenesses import forget_pairs
from .offices import somebody_can_still_give

AREAS = "areas_served"


@transaction.atomic
def merge_organisations(
    *, actor: Actor, duplicate: Organisation, kept: Organisation, chosen: Mapping[str, str]
) -> Organisation:
    """Make one record of two. ``chosen`` says, by line, whether the "duplicate" or the "kept" one is right.

    What is not chosen stays as the record kept has it, or comes from the duplicate where that has nothing.
    What other rooms hold moves too. Deeds stay where they are; the duplicate points to the record kept.
    """
    with somebody_can_still_give():
        gone, stays = _both_locked(duplicate, kept)
        _refuse_gaining_powers(actor.person, gone, stays)
        right = {line.name: line.right(chosen.get(line.name, "")) for line in differing_lines(stays, gone)}
        numbers = numbers_of(gone) | numbers_of(stays)
        numbers |= {scheme: right.pop(scheme) for scheme in numbers if scheme in right}
        _move_all(gone, stays)
        _put_away(gone, stays)
        _take(actor, stays, right, numbers)
        record(actor=actor, verb="people.organisations_merged", about=gone)
    return stays


def _both_locked(duplicate: Organisation, kept: Organisation) -> tuple[Organisation, Organisation]:
    if duplicate == kept:
        raise ActionRefused(_("These are the same record."))
    both = Organisation.objects.select_for_update().filter(pk__in=[duplicate.pk, kept.pk]).order_by("pk")
    records = {each.pk: each for each in both}
    if any(each.merged_into_id for each in records.values()):
        raise ActionRefused(_("One of these records is kept under another already. Look again."))
    return records[duplicate.pk], records[kept.pk]


def _refuse_gaining_powers(person: Person | None, gone: Organisation, stays: Organisation) -> None:
    """Whoever answers for one of two would have the powers given to the other."""
    if person is None or not any(map(has_or_will_have_grants, (gone, stays))):
        return
    if any(answers_for(person, each) for each in (gone, stays)):
        raise ActionRefused(
            _("You answer for this organisation, and it holds powers: a colleague has to merge it.")
        )


def _move_all(gone: Organisation, stays: Organisation) -> None:
    for move in registry.merging_organisations():
        move(gone, stays)


def move_what_people_hold(gone: Organisation, stays: Organisation) -> None:
    """Who acts for it, and its powers. What both have, the record kept keeps; one person goes on answering."""
    somebody_answers = stays.representations.filter(ends__isnull=True, answers_for_it=True).exists()
    for representation in gone.representations.order_by("id"):
        same = stays.representations.filter(person=representation.person_id, ends__isnull=True).first()
        is_open = representation.ends is None
        if is_open and somebody_answers:
            representation.answers_for_it = False
        if is_open and same is not None:
            _close_beside(representation, same)
        else:
            representation.organisation = stays
        representation.save()
    for grant in Grant.objects.filter(organisation=gone):
        _move_grant(grant, stays)


def _close_beside(representation: Any, same: Any) -> None:
    today = timezone.localdate()
    if representation.answers_for_it:
        same.answers_for_it, same.begins = True, same.begins or today
        same.save(update_fields=["answers_for_it", "begins"])
    representation.ends = max(today, representation.begins or today)


def _move_grant(grant: Grant, stays: Organisation) -> None:
    today = timezone.localdate()
    if grant.ends is None and stays.grants.filter(power=grant.power, ends__isnull=True).exists():
        grant.ends = max(today, grant.begins)
    else:
        grant.organisation = stays
    grant.save()


def _put_away(gone: Organisation, stays: Organisation) -> None:
    gone.numbers.all().delete()
    gone.merged_into = stays
    gone.save(update_fields=["merged_into"])
    Organisation.objects.filter(merged_into=gone).update(merged_into=stays)
    forget_pairs(gone)
    # Nobody need translate what nobody reads any more.
    Passage.objects.filter(object_type=type_of(gone), object_id=str(gone.pk)).delete()


def _take(actor: Actor, stays: Organisation, right: Mapping[str, Any], numbers: Mapping[str, str]) -> None:
    values = dict(right)
    links = {AREAS: values.pop(AREAS)} if AREAS in values else None
    for name, value in values.items():
        setattr(stays, name, value)
    save(actor=actor, verb="people.organisation_changed", content=stays, links=links)
    keep_numbers(actor, stays, numbers)
