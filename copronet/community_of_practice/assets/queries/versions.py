"""What versions keep of an asset. They are sealed: nobody can take out of them what has to be forgotten."""

from typing import Any

from copronet.community_of_practice.assets.models import Asset

# Whose it is follows from giving it away and from merging, and no earlier version brings it back.
HOLDER = frozenset(["whose", "person", "organisation"])
NOT_WORDS = frozenset(["kind", "in_all_wales", "can_be_borrowed", "seen_by", "check_every"])


def kept_in_versions(asset: Asset, content: dict[str, Any]) -> dict[str, Any]:
    """All but whose it is; of what a person has, no words and no whereabouts."""
    if asset.person_id:
        return {name: value for name, value in content.items() if name in NOT_WORDS}
    return {name: value for name, value in content.items() if name not in HOLDER}
