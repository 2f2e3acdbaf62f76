"""What sealed versions keep of an offer or a request: nothing that has to be forgotten some day."""

from typing import Any

from copronet.community_of_practice.exchange.models import Side

NOT_WORDS = frozenset(["online", "talks", "until", "seen_by"])


def kept_in_versions(side: Side, content: dict[str, Any]) -> dict[str, Any]:
    """All of an organisation's; of a person's neither words nor whereabouts nor what they need."""
    if side.person_id is None:
        return content
    return {name: value for name, value in content.items() if name in NOT_WORDS}
