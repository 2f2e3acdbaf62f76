"""The plan's budget, three ways: by source, by year and by outcome. Whole pounds throughout.

Totals are those printed in the plan where it prints them; where it does not, they are added up here
and say so.
"""

import math
from dataclasses import dataclass
from typing import Any

from copronet.governance.plan.choices import Role
from copronet.governance.plan.models import Heading, Outcome, OutcomeLine, Plan, YearLine


@dataclass(frozen=True)
class Cost:
    """What the lines of an outcome come to; without an outcome, the lines that serve all of them."""

    outcome: Outcome | None
    pounds: int

    @property
    def name(self) -> Any:
        return self.outcome and self.outcome.name


@dataclass(frozen=True)
class Row:
    """A line of a table with its cells in the table's columns; None where the plan has a blank."""

    line: Any
    cells: list[int | None]


@dataclass(frozen=True)
class Budget:
    """A plan's budget as its page shows it."""

    year_lines: list[Row]
    year_total: Row | None
    outcome_lines: list[tuple[Outcome | None, list[OutcomeLine]]]
    closing_lines: list[OutcomeLine]  # subtotal, match in kind, additions and total, as printed
    heading_rows: list[Row]
    headings: list[Heading]  # those that any money is spent on
    by_outcome: list[Cost]  # added up here: the plan prints no total for an outcome
    has_vat: bool  # whether any line gets VAT back; if none does, the column is left out
    requested: int
    other: int
    total: int


def budget_of(plan: Plan) -> Budget | None:
    """The budget of a plan, or None when it has none. Queries do not grow with its rows."""
    year_lines = list(YearLine.objects.filter(plan=plan))
    outcome_lines = list(OutcomeLine.objects.filter(plan=plan).select_related("outcome"))
    if not year_lines and not outcome_lines:
        return None
    spent_on = {code for line in outcome_lines for code, amount in line.amounts.items() if amount}
    headings = [heading for heading in Heading.objects.filter(plan=plan) if heading.code in spent_on]
    has_vat = any(line.vat for line in year_lines)
    total = next((line for line in year_lines if line.role == Role.TOTAL), None)
    lines = [line for line in outcome_lines if line.role == Role.LINE]
    return Budget(
        year_lines=[_year_row(plan, line, has_vat) for line in year_lines if line.role != Role.TOTAL],
        year_total=_year_row(plan, total, has_vat) if total else None,
        outcome_lines=_grouped(lines),
        closing_lines=[line for line in outcome_lines if line.role != Role.LINE],
        heading_rows=[_heading_row(headings, line) for line in outcome_lines],
        headings=headings,
        by_outcome=_costs(lines),
        has_vat=has_vat,
        requested=_column(year_lines, total, "requested"),
        other=_column(year_lines, total, "other"),
        total=_column(year_lines, total, "total"),
    )


def _year_row(plan: Plan, line: YearLine, has_vat: bool) -> Row:  # noqa: FBT001  (a private step of one sum)
    years = [line.amounts.get(str(year)) for year in plan.all_years]
    sources = [line.vat, line.other, line.requested] if has_vat else [line.other, line.requested]
    return Row(line, [*years, line.total, *sources])


def _heading_row(headings: list[Heading], line: OutcomeLine) -> Row:
    return Row(line, [*(line.amounts.get(heading.code) for heading in headings), line.total])


def _column(lines: list[YearLine], total: YearLine | None, column: str) -> int:
    printed = getattr(total, column) if total else None
    if printed is not None:
        return int(printed)
    return sum(getattr(line, column) or 0 for line in lines if line.role != Role.TOTAL)


def _grouped(lines: list[OutcomeLine]) -> list[tuple[Outcome | None, list[OutcomeLine]]]:
    groups: dict[int | None, tuple[Outcome | None, list[OutcomeLine]]] = {}
    for line in lines:
        groups.setdefault(line.outcome_id, (line.outcome, []))[1].append(line)
    return list(groups.values())


def _costs(lines: list[OutcomeLine]) -> list[Cost]:
    """What each outcome's lines come to, in the order of the outcomes, then the lines of none."""
    costs = [Cost(outcome, sum(line.total or 0 for line in found)) for outcome, found in _grouped(lines)]
    return sorted(costs, key=lambda cost: cost.outcome.position if cost.outcome else math.inf)
