"""What the network wants to change, drawn as bands from the vision down, and what leads to what.

Only the links that the plan states are drawn as links. Those it leaves open are drawn as open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from copronet.governance.plan.choices import AreaKind
from copronet.governance.plan.models import Activity, Area, Link, Outcome, Part, Plan, Statement, YearOutcome

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

    plan: Plan
    outcomes: list[Outcome]
    year_outcomes: list[YearOutcome]
    areas: list[Area]
    activities: list[Activity]
    all_statements: list[Statement]
    links: list[Link]

    @property
    def years(self) -> list[tuple[int, list[YearOutcome]]]:
        return [
            (year, [outcome for outcome in self.year_outcomes if outcome.year == year])
            for year in self.plan.all_years
        ]

    @property
    def area_kinds(self) -> list[tuple[Any, list[Area]]]:
        """The areas of work under the name of their kind, key activities first."""
        kinds = [(kind.label, [area for area in self.areas if area.kind == kind]) for kind in AreaKind]
        return [(name, areas) for name, areas in kinds if areas]

    @property
    def statements(self) -> dict[str, list[Statement]]:
        """The statements by their kind."""
        found: dict[str, list[Statement]] = {}
        for statement in self.all_statements:
            found.setdefault(statement.kind, []).append(statement)
        return found

    @property
    def parts(self) -> dict[str, Part]:
        """What a link may name, by code, so that each name can be a link."""
        return {part.code: part for parts in self._of_bands().values() for part in parts}

    @property
    def bands(self) -> dict[str, Band]:
        """The bands of the picture, each with its links."""
        kinds = {part.code: group for group, parts in self._of_bands().items() for part in parts}
        kinds |= {group: group for group in GROUPS} | {"indicators": "outcomes", self.plan.code: "vision"}
        bands = {group: Band(group) for group in GROUPS}
        for link in self.links:
            _place(link, bands, kinds)
        return bands

    def _of_bands(self) -> dict[str, Sequence[Part]]:
        """The parts that stand in each band. Indicators stand with their outcomes, areas with the work."""
        indicators = [indicator for outcome in self.outcomes for indicator in outcome.indicators.all()]
        return {
            "conditions": self.all_statements,
            "outcomes": [*self.outcomes, *indicators],
            "year outcomes": self.year_outcomes,
            "activities": [*self.areas, *self.activities],
        }


def change_of(plan: Plan) -> Theory:
    """A plan's theory of change. Queries do not grow with its rows."""
    return Theory(
        plan,
        outcomes=list(Outcome.objects.filter(plan=plan).prefetch_related("indicators")),
        year_outcomes=list(YearOutcome.objects.filter(plan=plan)),
        areas=list(Area.objects.filter(plan=plan).prefetch_related("activities")),
        activities=list(Activity.objects.filter(plan=plan)),
        all_statements=list(Statement.objects.filter(plan=plan)),
        links=list(Link.objects.filter(plan=plan)),
    )


def links_of(plan: Plan, *codes: str) -> list[Link]:
    """The links that name any of these codes, or the group they belong to."""
    links: Iterable[Link] = Link.objects.filter(plan=plan)
    return [link for link in links if set(codes) & {*link.causes, *link.effects}]


def _place(link: Link, bands: dict[str, Band], kinds: dict[str, str]) -> None:
    from_bands = {kinds[code] for code in link.causes if code in kinds}
    to_bands = {kinds[code] for code in link.effects if code in kinds}
    for group in from_bands:
        band = bands[group]
        (band.within if to_bands == {group} else band.upward).append(link)
