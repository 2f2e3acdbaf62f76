"""Two records of one person become one; the histories of both stay."""

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.people import registry
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import (
    Grant,
    Holding,
    Person,
    PersonCapacity,
    Representation,
    Support,
)
from copronet.common_ground.people.queries import still_to_end

from .departing import empty_record
from .offices import somebody_can_still_give

# What is chosen field by field from one record or the other.
FIELDS = (
    "name",
    "email",
    "language",
    "pronouns",
    "phone",
    "postal_address",
    "reached_by",
    "area",
    "level",
    "access_needs",
    "seen_by",
    "turns_18_on",
)


@transaction.atomic
def merge(*, actor: Actor, duplicate: Person, kept: Person, chosen: Mapping[str, str]) -> Person:
    """Make one record of two. ``chosen`` says for each of FIELDS whether "duplicate" or "kept" is right.

    What other rooms hold moves too. Deeds and answers stay; the duplicate points to the record kept.
    """
    if actor.person in (duplicate, kept):
        raise ActionRefused(_("A colleague has to merge your own record."))
    with somebody_can_still_give():
        gone, stays = _both_locked(duplicate, kept)
        values = {name: getattr(gone if chosen.get(name) == "duplicate" else stays, name) for name in FIELDS}
        _move_all(gone, stays)
        _empty_duplicate(gone, stays, str(values["name"]))
        _take_values(stays, values)
        record(actor=actor, verb="people.merged", about=gone)
        record(actor=actor, verb="people.details_changed", about=stays)
    return stays


def _both_locked(duplicate: Person, kept: Person) -> tuple[Person, Person]:
    if duplicate == kept:
        raise ActionRefused(_("These are the same record."))
    rows = Person.objects.select_for_update().filter(pk__in=[duplicate.pk, kept.pk]).order_by("pk")
    records = {row.pk: row for row in rows}
    if any(row.standing != Standing.HERE for row in records.values()):
        raise ActionRefused(_("This person is no longer with the network."))
    return records[duplicate.pk], records[kept.pk]


def move_relations(gone: Person, stays: Person) -> None:
    """What this room holds for the duplicate goes to the record kept; what both have, the kept one keeps."""
    for capacity in gone.capacities.values_list("capacity", flat=True):
        PersonCapacity.objects.get_or_create(person=stays, capacity=capacity)
    _move_open(Holding.objects.filter(person=gone), "office", stays)
    _move_open(Grant.objects.filter(person=gone), "power", stays)
    _move_open(Representation.objects.filter(person=gone), "organisation", stays)
    _move_supports(gone, stays)
    if stays.guardian_consents.filter(ends__isnull=True).exists():
        gone.guardian_consents.filter(ends__isnull=True).update(ends=timezone.localdate())
    gone.guardian_consents.update(person=stays)


def _move_open(rows: "QuerySet[Any]", what: str, stays: Person) -> None:
    """Move rows to the record kept; one still open that it has too is closed instead, where it is."""
    for row in rows:
        same = rows.model._base_manager.filter(**{what: getattr(row, what)}, person=stays, ends=None).first()
        if row.ends is None and same is not None:
            _close_beside(row, same)
        else:
            row.person = stays
            row.save(update_fields=["person"])


def _close_beside(row: Any, same: Any) -> None:
    today = timezone.localdate()
    row.ends = max(today, row.begins or today)
    row.save(update_fields=["ends"])
    if getattr(row, "answers_for_it", False):
        same.answers_for_it, same.begins = True, same.begins or today
        same.save(update_fields=["answers_for_it", "begins"])


def _move_supports(gone: Person, stays: Person) -> None:
    # The two records supporting each other was one person supporting themselves.
    between = Q(supported=gone, supporter=stays) | Q(supported=stays, supporter=gone)
    today = timezone.localdate()
    Support.objects.filter(between, still_to_end(today)).update(ends=today)
    for side, other in (("supported", "supporter"), ("supporter", "supported")):
        for support in Support.objects.filter(~between, **{side: gone}):
            both = {side: stays, other: getattr(support, other)}
            is_open = support.ends is None or support.ends > today
            if is_open and Support.objects.filter(still_to_end(today), **both).exists():
                support.ends = today
            else:
                setattr(support, side, stays)
            support.save()


def _move_all(gone: Person, stays: Person) -> None:
    for move in registry.merging():
        move(gone, stays)


def _empty_duplicate(gone: Person, stays: Person, name: str) -> None:
    addresses = EmailAddress.objects.filter(user=gone)
    addresses.exclude(email__in=EmailAddress.objects.filter(user=stays).values("email")).update(
        user=stays, primary=False
    )
    empty_record(gone, name=name)
    gone.standing, gone.standing_since = Standing.MERGED, timezone.localdate()
    gone.merged_into, gone.is_active = stays, False
    gone.save()
    Person.objects.filter(merged_into=gone).update(merged_into=stays, name=name)


def _take_values(stays: Person, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(stays, name, value)
    stays.save()
    addresses = EmailAddress.objects.filter(user=stays)
    addresses.update(primary=False)
    addresses.filter(email__iexact=stays.email or "").update(primary=True)
