"""The plan as the search knows it: what stands on the pages of the plan the network works to."""

from django.db.models import QuerySet
from django.utils import translation

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.search.registry import Entry, sides
from copronet.governance.plan.models import Activity, Indicator, Outcome, Plan

Found = Outcome | Activity | Indicator


def plan_entry(plan: Plan) -> Entry | None:
    if not plan.is_current:
        return None
    texts = sides(plan, "summary", "vision", "conditions_intro", "baseline")
    return Entry(sides(plan, "name"), texts, _addresses(plan), day=plan.begins)


def part_entry(part: Found) -> Entry | None:
    """An outcome, an activity or an indicator of the plan in force."""
    if not part.plan.is_current:
        return None
    day = part.begins if isinstance(part, Activity) else None
    return Entry(sides(part, "name"), sides(part, "text"), _addresses(part), day=day)


def outcomes_to_find() -> QuerySet[Outcome]:
    return Outcome.objects.select_related("plan")


def activities_to_find() -> QuerySet[Activity]:
    return Activity.objects.select_related("plan")


def indicators_to_find() -> QuerySet[Indicator]:
    return Indicator.objects.select_related("plan")


def _addresses(record: Plan | Found) -> dict[str, str]:
    addresses = {}
    for code in Language.values:
        with translation.override(code):
            addresses[code] = record.get_absolute_url()
    return addresses
