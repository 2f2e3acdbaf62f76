"""For whom somebody may add an asset, and in what capacity they act on one."""

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import organisations_of, supported_by
from copronet.community_of_practice.assets.choices import MATTER
from copronet.community_of_practice.assets.models import Asset


def actor_for(asset: Asset, person: Person) -> Actor:
    """A person acting on this asset: for the organisation, for the one they support, or themselves."""
    return acting_for_holder(asset.holder, person)


def acting_for_holder(holder: Person | Organisation | None, person: Person) -> Actor:
    if isinstance(holder, Organisation) and organisations_of(person).filter(pk=holder.pk).exists():
        return Actor(person, for_organisation=holder)
    if (
        isinstance(holder, Person)
        and holder != person
        and supported_by(person, matter=MATTER).filter(pk=holder.pk).exists()
    ):
        return Actor(person, for_person=holder)
    return Actor(person)


def holders_open_to(person: Person) -> list[Person | Organisation]:
    """Whose assets somebody may add: their own, their organisations', those of people they support."""
    return [
        person,
        *organisations_of(person).order_by("id"),
        *supported_by(person, matter=MATTER).order_by("id"),
    ]
