"""A person's own record: made, and changed. Deeds are kept, versions are not (docs/decisions)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, Overtaken, once, record
from copronet.common_ground.people.choices import SeenBy, Standing
from copronet.common_ground.people.models import Person, PersonCapacity
from copronet.common_ground.people.queries import fingerprint, reason_not_to_take_part
from copronet.common_ground.search.actions import keep_record


@transaction.atomic
def add_person(
    *, actor: Actor, person: Person, capacities: Iterable[str] = (), key: UUID | None = None
) -> Person:
    """Staff make the record of somebody, often one who takes part on paper or by phone."""
    once(key)
    person.set_unusable_password()
    person.save()
    _set_capacities(person, capacities)
    record(actor=actor, verb="people.added", about=person, key=key)
    return person


@transaction.atomic
def change_details(
    *, actor: Actor, person: Person, capacities: Iterable[str] | None = None, based_on: str = ""
) -> None:
    """Save the changed fields of a record. ``based_on`` is the `fingerprint` the change began from.

    Raises `Overtaken` when somebody else changed the record since.
    """
    stored = Person.objects.select_for_update().get(pk=person.pk)
    if stored.standing != Standing.HERE:
        raise ActionRefused(_("This person is no longer with the network."))
    if based_on and based_on != fingerprint(stored):
        raise Overtaken(_("Somebody else changed this record while you were writing."))
    _refuse_showing_a_child(person)
    person.save()
    Person.objects.filter(merged_into=person).update(name=person.name)
    if capacities is not None:
        _set_capacities(person, capacities)
    record(actor=actor, verb="people.details_changed", about=person)


@transaction.atomic
def remove_person(*, actor: Actor, person: Person) -> None:
    """Take away a record that should never have been made, and that they act for anybody.

    Raises ProtectedError where the person has done something, holds something, or agreed to something.
    """
    record(actor=actor, verb="people.record_removed", about=person)
    person.representations.all().delete()
    person.delete()


def _refuse_showing_a_child(person: Person) -> None:
    reason = reason_not_to_take_part(person)
    if person.seen_by != SeenBy.NOBODY and reason:
        raise ActionRefused(str(reason))


def _set_capacities(person: Person, capacities: Iterable[str]) -> None:
    wanted = set(capacities)
    person.capacities.exclude(capacity__in=wanted).delete()
    there = set(person.capacities.values_list("capacity", flat=True))
    PersonCapacity.objects.bulk_create(
        PersonCapacity(person=person, capacity=capacity) for capacity in sorted(wanted - there)
    )
    keep_record(Person.objects.get(pk=person.pk))  # found by its capacities too
