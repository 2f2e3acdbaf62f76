"""What an organisation says of itself, its register numbers, and the kinds and sectors to choose from."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import type_of
from copronet.common_ground.languages.models import Passage
from copronet.common_ground.languages.queries import free_code
from copronet.common_ground.people.models import Organisation, OrganisationKind, OrganisationNumber, Sector
from copronet.common_ground.people.queries import numbers_of

from .likenesses import say_not_duplicates


@transaction.atomic
def describe_organisation(
    *,
    actor: Actor,
    verb: str,
    organisation: Organisation,
    links: dict[str, Any] | None = None,
    numbers: Mapping[str, str] | None = None,
    only_alike: Collection[Organisation] = (),
    based_on: int | None = None,
    key: UUID | None = None,
) -> Deed:
    """Save what an organisation says, and its numbers by register; ``numbers`` None leaves them alone.

    ``only_alike`` are those that somebody has looked at and said not to be the same.
    Raises `Overtaken`; refuses a number that another organisation has.
    """
    deed = save(actor=actor, verb=verb, content=organisation, links=links, based_on=based_on, key=key)
    if numbers is not None:
        keep_numbers(actor, organisation, numbers)
    if only_alike:
        say_not_duplicates(actor=actor, organisation=organisation, others=only_alike)
    return deed


@transaction.atomic
def remove_organisation(*, actor: Actor, organisation: Organisation) -> None:
    """Take away a record that should never have been made. Raises ProtectedError where something hangs on it."""
    record(actor=actor, verb="people.organisation_removed", about=organisation)
    Passage.objects.filter(object_type=type_of(organisation), object_id=str(organisation.pk)).delete()
    organisation.numbers.all().delete()
    organisation.delete()


@transaction.atomic
def add_to_list(
    *, actor: Actor, verb: str, entry: Sector | OrganisationKind, key: UUID | None = None
) -> Deed:
    """Add a sector, or a kind of organisation, under a code made of its name; the code never changes."""
    list(Sector.objects.select_for_update().values_list("pk"))  # two at once must not make one code
    taken = set(type(entry).objects.values_list("code", flat=True))
    entry.code = free_code(entry.name_en or entry.name_cy, taken)
    return save(actor=actor, verb=verb, content=entry, key=key)


def keep_numbers(actor: Actor, organisation: Organisation, numbers: Mapping[str, str]) -> None:
    """Write down what changed in the numbers of an organisation, each with a line of its own."""
    had = numbers_of(organisation)
    for scheme, number in numbers.items():
        if had.get(scheme, "") == number:
            continue
        if scheme in had:
            organisation.numbers.filter(scheme=scheme).delete()
        if number:
            _give_number(actor, organisation, scheme, number)
        else:
            record(actor=actor, verb="people.number_removed", about=organisation)


def _give_number(actor: Actor, organisation: Organisation, scheme: str, number: str) -> None:
    given = OrganisationNumber(organisation=organisation, scheme=scheme, number=number)
    try:
        with transaction.atomic():
            save(actor=actor, verb="people.number_given", content=given)
    except IntegrityError as taken:
        raise ActionRefused(
            _("Another organisation has this number: %(number)s") % {"number": number}
        ) from taken
