"""The first asset of a new member: what they said on joining that they could offer, put on the map by their word."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.community_of_practice.assets.models import Asset
from copronet.community_of_practice.members.models import Interest

from .keeping import add_asset

LONGEST_NAME = 120


@transaction.atomic
def add_from_interest(*, actor: Actor, interest: Interest, kind: str, key: UUID | None = None) -> Asset:
    """Put on the map what a member said on joining that they could offer, once, under the kind they choose."""
    locked = Interest.objects.select_for_update().select_related("membership").get(pk=interest.pk)
    if Asset.objects.filter(interest=locked).exists():
        raise ActionRefused(_("This is on the map already."))
    party, name = locked.membership.party, _short(locked.words)
    about = locked.words if name != locked.words else ""
    asset = Asset(
        kind=kind,
        interest=locked,
        in_all_wales=party.area_id is None,
        **{f"name_{locked.language}": name, f"about_{locked.language}": about},
    )
    links = {"areas": [party.area_id] if party.area_id else [], "themes": list(locked.themes.all())}
    return add_asset(actor=actor, asset=asset, holder=party, links=links, key=key)


def _short(words: str) -> str:
    """The first line, cut after a word where it is long."""
    first = words.strip().splitlines()[0].strip()
    return first if len(first) <= LONGEST_NAME else f"{first[:LONGEST_NAME].rsplit(' ', 1)[0]} …"
