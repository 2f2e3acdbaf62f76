"""The plan's part of the demonstration."""

import pytest

from copronet.common_ground.journal.models import Deed
from copronet.governance.plan import demo
from copronet.governance.plan.models import Activity, Plan

pytestmark = pytest.mark.django_db


def test_the_demonstration_has_the_plan_with_work_under_way():
    demo.load()

    assert Plan.objects.get(is_current=True).begins == demo.FIRST_DAY
    assert Activity.objects.filter(state="done").count() == 3
    assert Activity.objects.filter(state="under_way").count() == 7


def test_loading_the_demonstration_again_changes_nothing():
    demo.load()
    before = Deed.objects.count()

    demo.load()

    assert Deed.objects.count() == before
