"""What becomes of assets when somebody's details are removed, or two records become one: parts of deeds."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.assets.models import (
    Asking,
    Asset,
    AssetPicture,
    MappingEvent,
    Question,
    Report,
    SavedView,
)
from copronet.community_of_practice.assets.queries import sector_of

from .keeping import withdraw

GONE = "…"
WORDS = ("name_cy", "name_en", "about_cy", "about_en", "place_cy", "place_en", "access_cy", "access_en")


def forget_assets(person: Person) -> None:
    """Take a person's own entries off the map with all their words; what they looked after goes on without them."""
    own = list(Asset.objects.select_for_update().filter(person=person))
    for asset in own:
        _empty(asset)
        keep_record(asset)
    AssetPicture.objects.filter(asset__in=own).delete()
    Question.objects.filter(Q(asset__in=own) | Q(answered_by=person)).update(words="")
    Report.objects.filter(asset__in=own).update(words="")
    Asset.stewards.through.objects.filter(person=person).delete()


@transaction.atomic
def take_off_the_map(*, actor: Actor, person: Person) -> None:
    """Whoever leaves or dies offers nothing more: their own entries are off the map from that day on."""
    for asset in Asset.objects.filter(person=person, withdrawn_on__isnull=True).order_by("pk"):
        withdraw(actor=actor, asset=asset, why=_("Whoever has it is no longer with the network."))


def _empty(asset: Asset) -> None:
    for name in WORDS:
        setattr(asset, name, "")
    asset.name_cy = GONE
    asset.north = asset.east = asset.interest = None
    if not asset.is_withdrawn:
        asset.withdrawn_on = timezone.localdate()
    asset.withdrawn_why = GONE
    asset.save()
    asset.themes.clear()
    asset.areas.clear()


def move_assets(gone: Person, stays: Person) -> None:
    """What a person has, looks after and added goes to the record kept."""
    _move(Asset, "person", gone, stays)
    _move(Asking, "person", gone, stays)
    for model in (Asset, MappingEvent, SavedView):
        _move(model, "added_by", gone, stays)
    for asset in Asset.objects.filter(stewards=gone):
        asset.stewards.remove(gone)
        asset.stewards.add(stays)
    for asset in Asset.objects.filter(Q(person=stays) | Q(stewards=stays)):
        keep_record(asset)


def move_organisations_assets(gone: Organisation, stays: Organisation) -> None:
    """The same for two records of one organisation; the sector is that of the record kept."""
    moved = list(Asset.objects.filter(organisation=gone).values_list("pk", flat=True))
    _move(Asset, "organisation", gone, stays)
    _move(Asking, "organisation", gone, stays)
    keep_sector(stays)
    for asset in Asset.objects.filter(pk__in=moved):
        keep_record(asset)


def keep_sector(organisation: Organisation) -> None:
    """Let the assets of an organisation count with the sector that it has now."""
    sector = sector_of(organisation)
    assets = Asset.objects.filter(organisation=organisation)
    assets.exclude(sector=sector).update(sector=sector, changed_at=timezone.now())
    if sector is not None:
        assets.filter(sector__isnull=True).update(sector=sector, changed_at=timezone.now())


def _move(model: Any, field: str, gone: Any, stays: Any) -> None:
    changed = {"changed_at": timezone.now()} if model is Asset else {}
    model.objects.filter(**{field: gone}).update(**{field: stays}, **changed)


def keep_sector_of_saved(record: Any, _before: dict[str, Any]) -> None:
    """Called by the journal inside every save: what an organisation is may have changed."""
    if isinstance(record, Organisation):
        keep_sector(record)
