"""Reading the plan the network works to, and its activities."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from copronet.governance.plan.choices import ActivityState
from copronet.governance.plan.models import Activity, Part, Plan

AnyPart = TypeVar("AnyPart", bound=Part)

ONGOING = "ongoing"
NO_AREA = "none"
NOTHING = Q(pk__in=[])


def current_plan() -> Plan | None:
    """The plan the network works to; None while none has been loaded."""
    return Plan.objects.filter(is_current=True).first()


def current_plan_part(model: type[AnyPart], code: str) -> QuerySet[AnyPart]:
    """The part with this code in the current plan, if there is one."""
    return model._default_manager.filter(plan__is_current=True, code=code).select_related("plan")


def activities_of(plan: Plan, *, year: str = "", area: str = "", state: str = "") -> QuerySet[Activity]:
    """A plan's activities in its order, with owners and areas, narrowed by what a reader picked.

    ``year`` is a number or "ongoing"; ``area`` a code or "none"; anything unknown finds nothing.
    """
    chosen = Q(plan=plan)
    if year:
        chosen &= _in_year(year)
    if area:
        chosen &= _in_area(area)
    if state:
        chosen &= Q(state=state) if state in ActivityState.values else NOTHING
    return Activity.objects.filter(chosen).select_related("owner").prefetch_related("areas").distinct()


def _in_year(year: str) -> Q:
    if year == ONGOING:
        return Q(year__isnull=True)
    return Q(year=int(year)) if year.isascii() and year.isdigit() and len(year) < 4 else NOTHING


def _in_area(area: str) -> Q:
    if area == NO_AREA:
        return Q(areas__isnull=True)
    return Q(areas__code=area) if area.isprintable() else NOTHING
