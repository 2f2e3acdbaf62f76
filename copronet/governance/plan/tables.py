"""What the plan's figures show: charts with their sentence and their table."""

from django.utils.translation import gettext as _

from copronet.common_ground.design.tables import Bar, BarChart

from .models import Indicator, Plan
from .queries import Budget


def pounds(amount: int) -> str:
    """Whole pounds the way people write them: £522,666."""
    return f"£{amount:,}"


class PercentChart(BarChart):
    """Bars for percentages, each as long as its part of a hundred."""

    def lengths(self) -> list[tuple[Bar, str | None]]:
        return [(bar, f"{bar.value or 0:g}%") for bar in self.bars]


def sources_chart(budget: Budget) -> BarChart:
    """Where the money comes from."""
    reading = _(
        "Of %(total)s in all, %(requested)s was asked from the funder. The rest, %(other)s, is match in kind."
    )
    return BarChart(
        title=_("Where the money comes from"),
        reading=reading
        % {
            "total": pounds(budget.total),
            "requested": pounds(budget.requested),
            "other": pounds(budget.other),
        },
        label_heading=_("Source"),
        value_heading=_("Pounds"),
        bars=(
            _bar(_("Asked from the funder"), budget.requested),
            _bar(_("Other funding: match in kind"), budget.other),
        ),
        colour="mor",
    )


def years_chart(plan: Plan, budget: Budget) -> BarChart | None:
    """What each year costs, as printed; nothing where the plan prints no totals."""
    if budget.year_total is None:
        return None
    amounts = list(zip(plan.all_years, budget.year_total.cells, strict=False))
    dearest = max(amounts, key=lambda pair: pair[1] or 0)
    return BarChart(
        title=_("What each year costs"),
        reading=_("Year %(year)d costs the most: %(amount)s.")
        % {"year": dearest[0], "amount": pounds(dearest[1] or 0)},
        label_heading=_("Year"),
        value_heading=_("Pounds"),
        bars=tuple(_bar(_("Year %(year)d") % {"year": year}, amount or 0) for year, amount in amounts),
        colour="grug",
    )


def outcomes_chart(budget: Budget) -> BarChart:
    """What the work for each outcome costs, added up here, with the staff who serve all of them."""
    return BarChart(
        title=_("What each outcome costs"),
        reading=_(
            "The two members of staff work for every outcome, so the plan counts them apart."
            " We added up the lines of each outcome: the plan does not print these sums."
        ),
        label_heading=_("Outcome"),
        value_heading=_("Pounds"),
        bars=tuple(
            _bar(cost.name or _("Staff, for every outcome"), cost.pounds) for cost in budget.by_outcome
        ),
        colour="cen",
    )


def targets_chart(indicator: Indicator) -> BarChart | None:
    """The targets of an indicator by year; nothing where there is just one."""
    if len(indicator.targets) < 2:
        return None
    bars = tuple(
        Bar(target_name(key), value, measured(indicator, value)) for key, value in indicator.targets.items()
    )
    first, last = bars[0], bars[-1]
    chart = PercentChart if indicator.kind == "percent" else BarChart
    return chart(
        title=_("Targets"),
        reading=_("The target rises from %(first)s to %(last)s.")
        % {"first": first.shown, "last": last.shown},
        label_heading=_("At the end of"),
        value_heading=_("Target"),
        bars=bars,
        colour="cen",
    )


def target_name(key: str) -> str:
    """When a target is for: a year of the plan, or the end of the project."""
    return _("The project") if key == "end" else _("Year %(year)d") % {"year": int(key)}


def measured(indicator: Indicator, value: int) -> str:
    """A target's value with the sign of what it is."""
    return f"{value:,}%" if indicator.kind == "percent" else f"{value:,}"


def _bar(label: object, amount: int) -> Bar:
    return Bar(label, amount, pounds(amount))
