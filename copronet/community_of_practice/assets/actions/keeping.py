"""Adding, changing and withdrawing assets. Nothing is deleted."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record, save
from copronet.common_ground.media.models import Picture
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.assets.choices import Answer, Whose
from copronet.community_of_practice.assets.models import Asset, AssetPicture
from copronet.community_of_practice.assets.queries import sector_of

from .settling import settle_questions

MOST_PICTURES = 6


@transaction.atomic
def add_asset(
    *,
    actor: Actor,
    asset: Asset,
    holder: Person | Organisation | None,
    links: dict[str, Any] | None = None,
    stewards: Collection[Person] = (),
    key: UUID | None = None,
) -> Asset:
    """Put an asset on the map. ``holder`` is whose it is; None for what belongs to a place.

    Whoever adds something of a place looks after it, unless ``stewards`` names others. ``links`` holds themes
    and areas.
    """
    if actor.person:
        refuse_unless_able(actor.person)
    give_to(asset, holder)
    asset.added_by = actor.person
    asset.checked_on = timezone.localdate()
    save(actor=actor, verb="assets.added", content=asset, links=links, key=key)
    looking_after = stewards or ([actor.person] if holder is None and actor.person else [])
    if looking_after:
        asset.stewards.set(looking_after)
        keep_record(asset)
    return asset


@transaction.atomic
def change_asset(
    *,
    actor: Actor,
    asset: Asset,
    links: dict[str, Any] | None = None,
    based_on: int | None = None,
    key: UUID | None = None,
) -> Asset:
    """Save what was changed. Whoever changes an entry has looked at it: it counts as checked today."""
    asset.checked_on = timezone.localdate()
    save(actor=actor, verb="assets.changed", content=asset, links=links, based_on=based_on, key=key)
    settle_questions(asset, Answer.CHANGED, actor.person)
    return asset


@transaction.atomic
def withdraw(*, actor: Actor, asset: Asset, why: str) -> None:
    """Take an asset off the map; whoever looks after it still sees it, with the reason, and can bring it back."""
    locked = Asset.objects.select_for_update().get(pk=asset.pk)
    if locked.is_withdrawn:
        raise ActionRefused(_("This has been withdrawn already."))
    if not why.strip():
        raise ActionRefused(_("Say why, in a few words."))
    locked.withdrawn_on, locked.withdrawn_why = timezone.localdate(), why.strip()[:300]
    locked.save(update_fields=["withdrawn_on", "withdrawn_why", "changed_at"])
    settle_questions(locked, Answer.WITHDRAWN, actor.person)
    record(actor=actor, verb="assets.withdrawn", about=locked)


@transaction.atomic
def bring_back(*, actor: Actor, asset: Asset) -> None:
    """Put a withdrawn asset on the map again; it counts as checked today."""
    locked = Asset.objects.select_for_update().get(pk=asset.pk)
    if not locked.is_withdrawn:
        raise ActionRefused(_("This is on the map already."))
    locked.withdrawn_on, locked.withdrawn_why = None, ""
    locked.checked_on = timezone.localdate()
    locked.save(update_fields=["withdrawn_on", "withdrawn_why", "checked_on", "due_on", "changed_at"])
    record(actor=actor, verb="assets.brought_back", about=locked)


@transaction.atomic
def show_picture(*, actor: Actor, asset: Asset, picture: Picture, key: UUID | None = None) -> None:
    """Show a picture with an asset."""
    once(key)
    Asset.objects.select_for_update().get(pk=asset.pk)
    if asset.pictures.count() >= MOST_PICTURES:
        raise ActionRefused(_("There are six pictures already. Take one away first."))
    AssetPicture.objects.get_or_create(asset=asset, picture=picture)
    record(actor=actor, verb="assets.picture_shown", about=asset, key=key)


@transaction.atomic
def take_picture_away(*, actor: Actor, shown: AssetPicture) -> None:
    """Show a picture with its asset no longer; the picture itself stays with the network's pictures."""
    record(actor=actor, verb="assets.picture_taken_away", about=shown.asset)
    shown.delete()


def give_to(asset: Asset, holder: Person | Organisation | None) -> None:
    """Fill in whose an asset is, and the sector that follows from it."""
    asset.organisation = holder if isinstance(holder, Organisation) else None
    asset.person = holder if isinstance(holder, Person) else None
    asset.whose = Whose.ORGANISATION if asset.organisation else Whose.PERSON if asset.person else Whose.PLACE
    asset.sector = sector_of(asset.organisation)
