"""Who looks after an asset beside whoever has it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds
from copronet.common_ground.search.actions import keep_record
from copronet.community_of_practice.assets.choices import Whose
from copronet.community_of_practice.assets.emails import tell_steward
from copronet.community_of_practice.assets.models import Asset

NAMED_A_DAY = 10


@transaction.atomic
def name_steward(*, actor: Actor, asset: Asset, person: Person) -> None:
    """Let somebody look after an asset beside whoever has it, and tell them. Naming them twice changes nothing."""
    Asset.objects.select_for_update().get(pk=asset.pk)
    if asset.stewards.filter(pk=person.pk).exists():
        return
    _refuse_naming_often(actor)
    refuse_unless_able(person)
    asset.stewards.add(person)
    record(actor=actor, verb="assets.steward_named", about=asset)
    keep_record(asset)
    if person != actor.person:
        tell_steward(asset, person)


def _refuse_naming_often(actor: Actor) -> None:
    """Each naming writes a letter to somebody who was not asked; nobody but the staff writes many in a day."""
    if actor.person is None or holds(actor.person, "assets.look_after"):
        return
    since = timezone.now() - timedelta(days=1)
    named = Deed.objects.filter(actor=actor.person, verb="assets.steward_named", at__gte=since)
    if named.count() >= NAMED_A_DAY:
        raise ActionRefused(_("You have asked often today. Please try again tomorrow."))


@transaction.atomic
def end_stewardship(*, actor: Actor, asset: Asset, person: Person) -> None:
    """Somebody no longer looks after it. Something of a place keeps one who does."""
    Asset.objects.select_for_update().get(pk=asset.pk)
    others = asset.stewards.exclude(pk=person.pk).exists()
    if asset.whose == Whose.PLACE and not others:
        raise ActionRefused(_("Somebody has to look after it: name another steward first."))
    asset.stewards.remove(person)
    record(actor=actor, verb="assets.steward_ended", about=asset)
    keep_record(asset)
