"""What the database itself promises about a plan."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from copronet.governance.plan.models import Activity, Indicator, Outcome, Plan, Statement, YearLine
from copronet.governance.plan.validators import codes, whole_amounts

pytestmark = pytest.mark.django_db


def test_only_one_plan_is_worked_to_at_a_time(small_plan):
    with pytest.raises(IntegrityError, match=r"one_current|is_current"):
        Plan.objects.create(code="PLAN-2", name_cy="Ail", vision_cy="Ail", years=1, is_current=True)


@pytest.mark.parametrize(
    ("model", "changed"),
    [
        (Plan, {"years": 0}),
        (Plan, {"name_cy": "", "name_en": ""}),
        (Outcome, {"text_cy": "", "text_en": ""}),
        (Statement, {"name_cy": "", "name_en": "", "text_cy": "", "text_en": ""}),
        (Activity, {"state": "asleep"}),
        (Activity, {"year": 0}),
        (Activity, {"begins": "2026-02-01", "ends": "2026-01-01"}),
        (Indicator, {"each_year": False, "at_end": False}),
        (YearLine, {"role": "joke"}),
        (YearLine, {"total": -1}),
        (Activity, {"code": "ACT-1"}),
    ],
)
def test_the_database_refuses_what_cannot_be(small_plan, model, changed):
    with pytest.raises(IntegrityError):
        model.objects.all().update(**changed)


@pytest.mark.parametrize("amounts", [[], {"1": -1}, {"1": 1.5}, {"1": True}, {"1": "1"}])
def test_amounts_are_whole_pounds(amounts):
    with pytest.raises(ValidationError):
        whole_amounts(amounts)


@pytest.mark.parametrize("values", [{}, [1], [""]])
def test_codes_are_words(values):
    with pytest.raises(ValidationError):
        codes(values)


def test_a_plan_with_no_first_day_has_no_days(small_plan):
    assert [small_plan.first_day(1), small_plan.last_day(2)] == [None, None]
