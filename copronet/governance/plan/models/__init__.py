from .activities import Activity
from .budget import Heading, OutcomeLine, YearLine
from .change import Area, Indicator, Link, Outcome, Statement, YearOutcome
from .notes import Note
from .plans import LoadedFile, Part, Plan

__all__ = [
    "Activity",
    "Area",
    "Heading",
    "Indicator",
    "Link",
    "LoadedFile",
    "Note",
    "Outcome",
    "OutcomeLine",
    "Part",
    "Plan",
    "Statement",
    "YearLine",
    "YearOutcome",
]
