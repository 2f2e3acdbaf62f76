from .budget import Budget, Cost, budget_of
from .change import Band, Theory, change_of, links_of
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
    "budget_of",
    "change_of",
    "current_plan",
    "current_plan_part",
    "footnotes",
    "links_of",
]
