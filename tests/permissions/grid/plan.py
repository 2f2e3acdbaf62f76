from collections.abc import Callable
from typing import Any

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.governance.plan.imports import load_plan_file
from copronet.governance.plan.models import Activity, Plan
from copronet.governance.plan.tests.plan_files import SMALL
from tests.factories import OfficeFactory
from tests.permissions.rows import SIGN_IN, deed, page


def lay_ground() -> None:
    OfficeFactory(code="office-of-all")
    load_plan_file(SMALL, actor=CLOCKWORK)


def one_more_activity() -> None:
    plan, office = Plan.objects.get(is_current=True), OfficeFactory()
    Activity.objects.create(
        plan=plan, code=f"ACT-{office.code}", position=99, owner=office, name_en="More", text_en="More work"
    ).areas.add(*plan.area_set.all())


def part(**arguments: str) -> Callable[[], dict[str, Any]]:
    return lambda: arguments


NOTE = {"based_on": 1, "text_cy": "Nodyn arall", "text_en": "Another note"}

PAGES = {
    "plan:plan": page(200, at=part(), grows=one_more_activity, queries=8),
    "plan:change": page(200, at=part()),
    "plan:budget": page(200, at=part()),
    "plan:activity": page(200, at=part(code="ACT-1")),
    "plan:outcome": page(200, at=part(code="OUT-1")),
    "plan:indicator": page(200, at=part(code="IND-1")),
    "plan:edit": page(403, anonymous=SIGN_IN, staff=200, at=part(kind="note", code="NOTE-1")),
}
DEEDS = [
    (
        "plan:edit",
        deed(403, anonymous=SIGN_IN, staff=302, sends=NOTE, at=part(kind="note", code="NOTE-1")),
    ),
]
