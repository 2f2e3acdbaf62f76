"""What the network wants to change, drawn as bands from the vision down, and what leads to what.

Only the links that the plan states are drawn as links. Those it leaves open are drawn as open.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from copronet.governance.plan.choices import AreaKind
from copronet.governance.plan.models import (
    Activity,
    Area,
    Link,
    Outcome,
    Plan,
    Statement,
    YearOutcome,
)

# The bands from the top down, and the words by which a link names a whole band.
GROUPS = ("vision", "conditions", "outcomes", "year outcomes", "activities")


@dataclass
class Band:
    """One row of the picture, with the links that begin in it and those that stay within it."""

    group: str
    upward: list[Link] = field(default_factory=list)
    within: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class Theory:
    """Everything on the page about change, read once."""

    bands: dict[str, Band]
    outcomes: list[Outcome]
    years: list[tuple[int, list[YearOutcome]]]
    areas: list[Area]
    statements: dict[str, list[Statement]]
    links: list[Link]

    @property
    def area_kinds(self) -> list[tuple[Any, list[Area]]]:
        """The areas of work under the name of their kind, key activities first."""
        kinds = [(kind.label, [area for area in self.areas if area.kind == kind]) for kind in AreaKind]
        return [(name, areas) for name, areas in kinds if areas]


def change_of(plan: Plan) -> Theory:
    """A plan's theory of change. Queries do not grow with its rows."""
    outcomes = list(Outcome.objects.filter(plan=plan).prefetch_related("indicators"))
    areas = list(Area.objects.filter(plan=plan).select_related("outcome").prefetch_related("activities"))
    links = list(Link.objects.filter(plan=plan))
    kinds = _kinds(plan, outcomes, areas)
    bands = {group: Band(group) for group in GROUPS}
    for link in links:
        _place(link, bands, kinds)
    return Theory(bands, outcomes, _by_year(plan), areas, _statements(plan), links)


def links_of(plan: Plan, *codes: str) -> list[Link]:
    """The links that name any of these codes, or the group they belong to."""
    return [link for link in Link.objects.filter(plan=plan) if set(codes) & {*link.causes, *link.effects}]


def _by_year(plan: Plan) -> list[tuple[int, list[YearOutcome]]]:
    found = list(YearOutcome.objects.filter(plan=plan))
    return [(year, [outcome for outcome in found if outcome.year == year]) for year in plan.all_years]


def _statements(plan: Plan) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in Statement.objects.filter(plan=plan):
        found.setdefault(statement.kind, []).append(statement)
    return found


def _kinds(plan: Plan, outcomes: Iterable[Outcome], areas: Iterable[Area]) -> dict[str, str]:
    """The band of every code that a link may name. Indicators stand in the band of the outcomes."""
    kinds = {group: group for group in GROUPS} | {"indicators": "outcomes", plan.code: "vision"}
    kinds |= {outcome.code: "outcomes" for outcome in outcomes}
    kinds |= {indicator.code: "outcomes" for outcome in outcomes for indicator in outcome.indicators.all()}
    kinds |= {area.code: "activities" for area in areas}
    kinds |= dict.fromkeys(Activity.objects.filter(plan=plan).values_list("code", flat=True), "activities")
    kinds |= dict.fromkeys(
        YearOutcome.objects.filter(plan=plan).values_list("code", flat=True), "year outcomes"
    )
    conditions = Statement.objects.filter(plan=plan).values_list("code", flat=True)
    return kinds | dict.fromkeys(conditions, "conditions")


def _place(link: Link, bands: dict[str, Band], kinds: dict[str, str]) -> None:
    from_bands = {kinds[code] for code in link.causes if code in kinds}
    to_bands = {kinds[code] for code in link.effects if code in kinds}
    for group in from_bands:
        band = bands[group]
        (band.within if to_bands == {group} else band.upward).append(link)
