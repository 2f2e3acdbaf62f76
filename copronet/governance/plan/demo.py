"""The plan's part of the demonstration network: the real founding plan, a year and a half under way."""

from datetime import date
from pathlib import Path

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.people.queries import holdings_today

from .choices import ActivityState
from .imports import load_plan_file
from .models import Activity
from .queries import current_plan

PLAN_FILE = Path(__file__).parent / "plans" / "wales.yaml"
# Made up for the demonstration: the founding plan names no first day.
FIRST_DAY = date(2026, 4, 1)
STATES = {
    ActivityState.DONE: ("ACT-1.1", "ACT-1.2", "ACT-1.4"),
    ActivityState.UNDER_WAY: ("ACT-O.1", "ACT-O.2", "ACT-1.3", "ACT-1.5", "ACT-1.6", "ACT-2.1", "ACT-2.4"),
}


def load() -> None:
    """Load the network's plan into an empty demonstration; a plan that is there already stays as it is."""
    if current_plan():
        return
    director = holdings_today().filter(office="network-director").first()
    actor = Actor(director.person if director else None)
    load_plan_file(PLAN_FILE.read_text(encoding="utf-8"), actor=actor)
    _begin(actor)
    for state, codes in STATES.items():
        for activity in Activity.objects.filter(code__in=codes, plan__is_current=True):
            activity.state = state
            save(actor=actor, verb="plan.activity_changed", content=activity)


def _begin(actor: Actor) -> None:
    plan = current_plan()
    if plan:
        plan.begins = FIRST_DAY
        save(actor=actor, verb="plan.part_changed", content=plan)
