"""The plans that the tests of these pages stand on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.governance.plan.imports import load_plan_file
from copronet.governance.plan.models import Plan
from tests.databases import undone
from tests.factories import OfficeFactory

from .plan_files import SMALL

WALES = Path(__file__).parents[1] / "plans" / "wales.yaml"


@pytest.fixture
def small_plan(db) -> Plan:
    """A plan with one or two of everything: quick to load, enough for most tests."""
    OfficeFactory(code="office-of-all")
    load_plan_file(SMALL, actor=CLOCKWORK)
    return Plan.objects.get(is_current=True)


@pytest.fixture(scope="module")
def founding_plan(django_db_setup: None, django_db_blocker: Any) -> Iterator[Plan]:
    """The network's own plan, loaded whole: once for a module, whose tests may change it and not be seen by others."""
    with django_db_blocker.unblock(), undone():
        load_plan_file(WALES.read_text(encoding="utf-8"), actor=CLOCKWORK)
        plan = Plan.objects.get(is_current=True)
        with django_db_blocker.block():
            yield plan
