"""The schedule: no turn twice, none missed, in the site's own time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from copronet.common_ground.work import registry
from copronet.common_ground.work.actions import enqueue_due_slots, run_due
from copronet.common_ground.work.models import Job

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def empty_timetable(monkeypatch):
    monkeypatch.setattr(registry, "_timetable", {})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def slots() -> list[str]:
    return list(Job.objects.order_by("id").values_list("slot", flat=True))


def test_a_daily_task_runs_once_a_day():
    registry.add_daily("examples.nothing", at="03:00")

    for moment in ["2026-11-20T03:00", "2026-11-20T03:01", "2026-11-21T02:59", "2026-11-21T03:00"]:
        enqueue_due_slots(at(moment))
        run_due()

    assert slots() == ["2026-11-20", "2026-11-21"]


def test_a_turn_missed_while_no_worker_ran_is_made_up_for_once():
    registry.add_daily("examples.nothing", at="03:00")

    enqueue_due_slots(at("2026-11-23T11:00"))
    enqueue_due_slots(at("2026-11-23T11:01"))

    assert slots() == ["2026-11-23"]


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_a_day_on_which_the_clocks_change_has_one_turn(day):
    registry.add_daily("examples.nothing", at="01:30")
    midnight = at(f"{day}T00:00")

    for minutes in range(0, 24 * 60, 15):
        enqueue_due_slots(midnight + timedelta(minutes=minutes))
        run_due()

    assert [slot for slot in slots() if slot == day] == [day]


def test_a_task_of_every_few_minutes_takes_each_turn_once():
    registry.add_every("examples.nothing", minutes=5)

    for second in range(0, 15 * 60, 30):
        enqueue_due_slots(at("2026-11-20T12:00") + timedelta(seconds=second))
        run_due()

    assert len(slots()) == len(set(slots())) == 3


def test_a_turn_waits_while_the_last_one_is_unfinished():
    registry.add_every("examples.nothing", minutes=5)

    enqueue_due_slots(at("2026-11-20T12:00"))
    enqueue_due_slots(at("2026-11-20T12:05"))

    assert len(slots()) == 1


def test_looking_at_the_schedule_costs_one_query_when_nothing_is_new(django_assert_num_queries):
    for name in ["examples.nothing", "examples.note", "examples.slow"]:
        registry.add_daily(name)
    enqueue_due_slots(at("2026-11-20T12:00"))

    with django_assert_num_queries(1):
        enqueue_due_slots(at("2026-11-20T12:01"))


def test_minutes_outside_a_day_are_refused():
    with pytest.raises(ValueError, match="1441"):
        registry.add_every("examples.nothing", minutes=1441)
