from .budget import Budget, Cost, budget_of
from .change import Band, Theory, change_of, links_of
from .found import activities_to_find, indicators_to_find, outcomes_to_find, part_entry, plan_entry
from .notes import Footnotes, footnotes
from .plans import NO_AREA, ONGOING, activities_of, current_plan, current_plan_part

__all__ = [
    "NO_AREA",
    "ONGOING",
    "Band",
    "Budget",
    "Cost",
    "Footnotes",
    "Theory",
    "activities_of",
    "activities_to_find",
    "budget_of",
    "change_of",
    "current_plan",
    "current_plan_part",
    "footnotes",
    "indicators_to_find",
    "links_of",
    "outcomes_to_find",
    "part_entry",
    "plan_entry",
]
