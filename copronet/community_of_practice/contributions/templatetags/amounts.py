"""Amounts and parties in templates: `{{ minutes|hours }}`, `{{ gift|amount }}`, `{{ party|called }}`."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from copronet.common_ground.people.models import Organisation
from copronet.community_of_practice.contributions.choices import GiftKind
from copronet.community_of_practice.contributions.models import Account, Gift, Party
from copronet.community_of_practice.contributions.queries import hours, pounds, shown

register = template.Library()
register.filter("hours", hours)
register.filter("pounds", pounds)
register.filter("in_unit", shown)


@register.filter
def amount(gift: Gift) -> str:
    """How much a gift is: time, or money, or a stated value; a dash where nobody stated one."""
    if gift.kind == GiftKind.TIME:
        return hours(gift.minutes or 0)
    return pounds(gift.value) if gift.value else "–"


@register.filter
def called(party: Party | None) -> Any:
    """What a party is called; the network where there is none, and a former member who has been forgotten."""
    if party is None:
        return _("The network")
    return party.name if isinstance(party, Organisation) else str(party)


@register.filter
def holder(account: Account) -> Any:
    """Whose account it is; of the network's own, what it is for."""
    return called(account.holder) if account.holder is not None else account.get_purpose_display()


@register.filter
def percent(share: Any) -> str:
    """A share of a whole, in whole percent, rounded down so that nothing looks settled too early."""
    return f"{int(share * 100)}%"


@register.filter
def side(party: Party) -> str:
    """Which side of a party's addresses it stands on: `person` or `organisation`."""
    return "organisation" if isinstance(party, Organisation) else "person"
