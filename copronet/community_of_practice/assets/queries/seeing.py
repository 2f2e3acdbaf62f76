"""Which assets whom to show."""

from typing import Any

from django.db.models import Q, QuerySet

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.models import Organisation, Person, Sector
from copronet.common_ground.people.queries import organisations_of, supported_by
from copronet.community_of_practice.assets.choices import MATTER, SeenBy
from copronet.community_of_practice.assets.models import Asset

Reader = Any


def audiences_of(reader: Reader) -> list[SeenBy]:
    """Those for whom an asset must be meant, so that this reader meets it on the map."""
    return [SeenBy.EVERYONE, SeenBy.MEMBERS] if isinstance(reader, Person) else [SeenBy.EVERYONE]


def on_the_map(reader: Reader) -> QuerySet[Asset]:
    """The assets that the map shows to this reader, without those that are withdrawn, in no order."""
    return Asset.objects.filter(withdrawn_on__isnull=True, seen_by__in=audiences_of(reader))


def is_open_to(asset: Asset, reader: Reader) -> bool:
    """Whether the map shows this one to the reader."""
    return not asset.is_withdrawn and asset.seen_by in audiences_of(reader)


def in_order(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    """In the alphabetical order of the reader's language."""
    return assets.order_by(f"sort_key_{reading_language().value}", "id")


def looked_after_by(person: Person) -> QuerySet[Asset]:
    """One's own, those of the organisations one acts for and of people one supports, and those one is steward of."""
    return Asset.objects.filter(
        Q(person=person)
        | Q(organisation__in=organisations_of(person))
        | Q(person__in=supported_by(person, matter=MATTER))
        | Q(pk__in=Asset.stewards.through.objects.filter(person=person).values("asset"))
    )


def of_holder(holder: Person | Organisation, reader: Reader) -> QuerySet[Asset]:
    """What a person or an organisation has, as far as the map shows it to this reader."""
    key = "organisation" if isinstance(holder, Organisation) else "person"
    return in_order(on_the_map(reader).filter(**{key: holder}))


def sector_of(organisation: Organisation | None) -> Sector | None:
    """The sector of an organisation's kind; none for what is not an organisation's."""
    return organisation.kind.sector if organisation and organisation.kind else None
