"""The raw counts this room offers to the evaluation, with the ids of what was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .models import Qualification
from .queries.activity import active_on, rule_in_force


@dataclass(frozen=True)
class ActiveOrganisation:
    """One organisation counted as active on a day (indicator 1.1): by which deed, under which rule."""

    membership: int
    organisation: int
    kind: str | None
    qualification: int
    deed: int
    rule: int


def active_organisations(on: date) -> Iterator[ActiveOrganisation]:
    """Every organisation active on a day, each once, with the latest deed that qualified it."""
    rule = rule_in_force(on)
    held = Qualification.objects.filter(
        membership__in=active_on(on).filter(organisation__isnull=False),
        rule=rule,
        begins__lte=on,
        ends__gt=on,
    ).select_related("membership__organisation")
    seen: set[int] = set()
    for each in held.order_by("membership", "-deed"):
        if each.membership_id in seen:
            continue
        seen.add(each.membership_id)
        organisation = each.membership.organisation
        assert organisation is not None  # noqa: S101  (asked for above)
        yield ActiveOrganisation(
            membership=each.membership_id,
            organisation=organisation.pk,
            kind=organisation.kind_id,
            qualification=each.pk,
            deed=each.deed_id,
            rule=each.rule_id,
        )
