"""Loading a plan: whole or not at all, once or again, with its journal."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, restore, save
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.journal.queries import versions_of
from copronet.governance.plan.imports import PlanFileRefused, load_plan_file
from copronet.governance.plan.models import Activity, Indicator, Note, Outcome, OutcomeLine, Plan, YearLine
from tests.factories import OfficeFactory, PersonFactory

from .conftest import WALES
from .plan_files import SMALL, line_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _office() -> None:
    OfficeFactory(code="office-of-all")


def load(words: str = SMALL):
    return load_plan_file(words, actor=CLOCKWORK)


def test_the_networks_own_plan_is_loaded_whole():
    load(WALES.read_text(encoding="utf-8"))

    counts = [model.objects.count() for model in (Outcome, Activity, Indicator, YearLine, OutcomeLine, Note)]
    assert counts == [4, 23, 11, 14, 20, 22]
    assert Plan.objects.get(is_current=True).code == "PLAN-WALES"
    assert set(Activity.objects.values_list("state", flat=True)) == {"planned"}
    assert [area.code for area in Activity.objects.get(code="ACT-3.4").areas.all()] == [
        "KEY-1", "KEY-2", "AREA-A", "AREA-B",
    ]  # fmt: skip


def test_loading_leaves_a_version_of_each_part_and_one_public_line():
    load()

    assert Deed.objects.filter(verb="plan.loaded").count() == 1
    (version,) = versions_of(Activity.objects.get(code="ACT-1"))
    assert (version.content["year"], version.content["name_cy"]) == (1, "Cwrdd")


def test_loading_the_same_file_again_changes_nothing():
    load()
    before = Deed.objects.count()

    loaded = load()

    assert (loaded.created, loaded.changed) == ((), ())
    assert Deed.objects.count() == before


def test_a_new_version_of_the_file_changes_just_what_it_says_differently():
    load()

    loaded = load(SMALL.replace("Talk all the time", "Talk now and then").replace("years: 2\n", "years: 3\n"))

    assert (loaded.created, loaded.changed) == ((), ("PLAN-SMALL", "ACT-2"))
    assert Activity.objects.get(code="ACT-2").text_en == "Talk now and then"
    assert Version.objects.filter(object_type="plan.activity").count() == 3


def test_a_new_part_is_added_by_its_code():
    load()
    more = "  - {code: OUT-2, name: {cy: Arall, en: Other}, text: {cy: Mwy, en: More}}\nyear_outcomes:\n"

    loaded = load(SMALL.replace("year_outcomes:\n", more, 1))

    assert loaded.created == ("OUT-2",)


def test_what_people_edited_since_stands_when_the_file_does_not_speak_of_it():
    load()
    activity = Activity.objects.get(code="ACT-2")
    activity.state, activity.name_en = "done", "Chat"
    save(actor=CLOCKWORK, verb="plan.activity_changed", content=activity)

    load(SMALL.replace("Talk all the time", "Talk now and then"))

    activity.refresh_from_db()
    assert (activity.state, activity.name_en, activity.text_en) == ("done", "Chat", "Talk now and then")


def test_a_file_that_leaves_out_a_code_is_refused_whole():
    load()
    shorter = SMALL.replace("notes:\n", "").split("  - code: NOTE-1")[0].replace("Meet once", "Meet twice")

    with pytest.raises(ActionRefused, match="NOTE-1"):
        load(shorter)

    assert Activity.objects.get(code="ACT-1").text_en == "Meet once"


def test_a_bad_file_writes_nothing():
    with pytest.raises(PlanFileRefused):
        load(SMALL.replace("when: 1", "when: 9"))

    assert Plan.objects.count() == 0
    assert not Deed.objects.filter(verb__startswith="plan.").exists()
    assert not Version.objects.filter(object_type__startswith="plan.").exists()


def test_another_plan_takes_the_place_of_the_first_which_is_kept():
    load()

    load(SMALL.replace("PLAN-SMALL", "PLAN-NEXT"))

    assert list(Plan.objects.order_by("code").values_list("code", "is_current")) == [
        ("PLAN-NEXT", True),
        ("PLAN-SMALL", False),
    ]


def test_the_command_tells_what_is_new_and_then_that_nothing_is(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(SMALL, encoding="utf-8")
    first, second = StringIO(), StringIO()

    call_command("plan", "load", file, stdout=first)
    call_command("plan", "load", file, stdout=second)

    assert first.getvalue().startswith("New: CON-1, OUT-1, YO-1, KEY-1, ACT-1, ACT-2")
    assert second.getvalue() == "Nothing has changed since this file was last loaded.\n"


def test_the_command_tells_each_fault_with_file_and_line(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(
        SMALL.replace("when: 1", "when: 9").replace("kind: reading", "kind: joke"), encoding="utf-8"
    )

    with pytest.raises(CommandError) as refusal:
        call_command("plan", "load", file)

    lines = str(refusal.value).splitlines()
    assert lines[0] == "Nothing was loaded. What is wrong:"
    assert [re.match(r".*plan\.yaml:(\d+): ", line)[1] for line in lines[1:]] == [
        str(line_with("when: 1")),
        str(line_with("kind: reading")),
    ]


def test_the_command_refuses_a_file_that_is_not_there_and_a_person_nobody_knows(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("plan", "load", tmp_path / "nowhere.yaml")
    (tmp_path / "plan.yaml").write_text(SMALL, encoding="utf-8")

    with pytest.raises(CommandError, match=r"nobody@enghraifft\.example"):
        call_command("plan", "load", tmp_path / "plan.yaml", email="nobody@enghraifft.example")


def test_the_command_names_the_person_who_loads_in_the_journal(tmp_path):
    person = PersonFactory()
    (tmp_path / "plan.yaml").write_text(SMALL, encoding="utf-8")

    call_command("plan", "load", tmp_path / "plan.yaml", email=person.email, stdout=StringIO())

    deeds = Deed.objects.filter(verb__startswith="plan.")
    assert set(deeds.values_list("actor", flat=True)) == {person.pk}


def test_an_earlier_version_of_any_part_can_be_brought_back():
    load()
    load(
        SMALL.replace("Tea}", "Green tea}").replace("Meet once", "Meet twice").replace("A note", "Two notes")
    )

    for model in (Activity, YearLine, OutcomeLine, Note):
        for part in model.objects.all():
            restore(actor=CLOCKWORK, content=part, number=1)

    assert Activity.objects.get(code="ACT-1").text_en == "Meet once"
    assert YearLine.objects.get(code="YEAR-TEA").name_en == "Tea"
    assert (OutcomeLine.objects.get(code="COST-TEA").amounts, Note.objects.get().text_en) == (
        {"HEAD-TEA": 30},
        "A note",
    )
