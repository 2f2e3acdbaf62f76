"""A bad plan file is refused whole, with each fault's line."""

import pytest
from django.utils.translation import override

from copronet.governance.plan.imports import PlanFileRefused, read_plan

from .plan_files import SMALL, line_with, spoilt


def faults(words: str, **options) -> list[tuple[int, str]]:
    with pytest.raises(PlanFileRefused) as refusal:
        read_plan(words, **options)
    return [(fault.line, fault.sentence) for fault in refusal.value.faults]


def test_a_file_that_is_right_is_read():
    plan = read_plan(SMALL, offices=frozenset({"office-of-all"}))

    assert [activity["when"] for activity in plan["activities"]] == [1, None]
    assert plan["indicators"][0]["targets"] == {1: 40, None: 60}


NUMBER = "“%s” is not a whole number. Write digits alone, such as 1250."
TARGETS = "targets: {1: 40, end: 60}"
OTHER_KIND = "The code ACT-1 stands for something of another kind: activity."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("cy: Cwrdd, en: Meet}", "en: Meet}", "The Welsh is missing here."),
        ("cy: Cwrdd, en: Meet}", "cy: Cwrdd}", "The English is missing here."),
        ("cy: Cwrdd, en: Meet}", 'cy: "", en: Meet}', "There is nothing written here."),
        ("    when: 1\n", "    wen: 1\n    when: 1\n", "The format has no key “wen” here."),
        ("name: {cy: Sgwrsio, en: Talk}", "name: [Sgwrsio]", "A set of keys is needed here."),
        ("refers_to: [ACT-1]", "refers_to: ACT-1", "A list is needed here."),
        ("when: 1\n", "when: [1]\n", "One value is needed here, not a list or a set of keys."),
        ("when: 1\n", "when: first\n", NUMBER % "first"),
        ("when: 1\n", 'when: "1"\n', NUMBER % "1"),
        ("when: 1\n", "when: 3\n", "Year 3 is outside this plan. Its years are 1 to 2."),
        (TARGETS, "targets: {3: 40}", "Year 3 is outside this plan. Its years are 1 to 2."),
        (TARGETS, "targets: {1: 140}", "140 per cent is more than the whole."),
        (TARGETS, "targets: {1: 4, 1: 5}", "The key “1” is written twice."),
        ("measured: [each year, end]", "measured: []", "This list is empty. It needs at least one item."),
        ("refers_to: [ACT-1]", "refers_to: [ACT-9]", "Nothing in this file has the code ACT-9."),
        ("outcome: OUT-1\n    kind", "outcome: ACT-1\n    kind", OTHER_KIND),
        ("code: ACT-2", "code: ACT-1", "The code ACT-1 is used twice. It is already on line "),
        ("code: ACT-2", "code: two", "“two” is not a code. Write one like this: ACT-1.4."),
        ("    when: 1\n", "    begins: soon\n    when: 1\n", "“soon” is not a day."),
        ("years: 2\n", "years: 40\n", "A plan lasts from 1 to 10 years."),
        ("format: copronet plan 1", "format: copronet plan 9", "“copronet plan 9” is not known here."),
        ("kind: reading", "kind: joke", "“joke” is not known here. Write one of these: slip, "),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_line(old, new, sentence):
    words, line = spoilt(old, new)

    found = faults(words)

    assert found[0][0] == line
    assert found[0][1].startswith(sentence)
    assert len(found) == 1


def test_every_fault_is_told_at_once_in_the_order_of_the_file():
    words, _line = spoilt("vision: {cy: Gweledigaeth, en: Vision}\n", "")
    words = words.replace("when: 1\n", "when: soon\n").replace("[ACT-1, activities]", "[ACT-7]")

    found = faults(words)

    assert [line for line, _sentence in found] == [
        1,
        line_with("when: 1") - 1,
        line_with("[ACT-1, activities]") - 1,
    ]
    assert found[0][1] == "The key “vision” is missing here."


def test_an_activity_cannot_end_before_it_begins():
    words, line = spoilt("    when: 1\n", "    begins: 2026-05-01\n    ends: 2026-04-01\n    when: 1\n")

    found = faults(words)

    assert found == [(line + 1, "The last day is before the first day.")]


def test_an_owner_must_be_an_office_of_the_network():
    found = faults(SMALL, offices=frozenset({"another-office"}))

    sentence = "The network has no office “office-of-all”. It has these: another-office."
    assert found == [(line_with("owner:"), sentence), (line_with("refers_to") - 1, sentence)]


@pytest.mark.parametrize(
    ("words", "line"),
    [("", 1), ("name: {cy: [\n", 2), ("a: b\n\tc: d\n", 2), ("a: \x00", 1), ("[" * 5000, 1)],
)
def test_a_file_that_is_not_yaml_is_refused_with_its_line(words, line):
    assert [found for found, _sentence in faults(words)] == [line]


def test_a_list_in_the_place_of_a_plan_is_refused():
    assert faults("- a\n- b\n") == [(1, "A set of keys is needed here.")]


@pytest.mark.parametrize(
    ("place", "old", "new", "adding"),
    [
        ("code: YEAR-TEA", "2: 20}", "2: 21}", {"years", "year 2"}),
        ("code: YEAR-TOTAL", "requested: 30", "requested: 29", {"requested", "sources"}),
        ("code: COST-TEA", "HEAD-TEA: 30", "HEAD-TEA: 29", {"headings", "HEAD-TEA"}),
        ("code: COST-TOTAL", "total: 30", "total: 31", {"headings", "total", "tables"}),
    ],
)
def test_a_sum_that_does_not_agree_is_refused_where_no_note_owns_up(place, old, new, adding):
    before, after = SMALL.split(place)

    found = faults(before + place + after.replace(old, new, 1))

    assert line_with(place) in [line for line, _sentence in found]
    assert {sentence.split("Adding: “")[1].split("”")[0] for _line, sentence in found} == adding


SLIP = """\
    about: [YEAR-TEA]
    slips: [{code: YEAR-TEA, adding: years, printed: 31, comes_to: 30},
      {code: YEAR-TEA, adding: sources, printed: 30, comes_to: 31},
      {code: YEAR-TOTAL, adding: total, printed: 30, comes_to: 31}]
"""


def test_a_slip_that_a_note_owns_up_to_is_kept_as_printed():
    before, after = SMALL.split("code: YEAR-TEA")
    words = before + "code: YEAR-TEA" + after.replace("total: 30", "total: 31", 1)
    words = words.replace("    about: [ACT-1, activities]\n", SLIP)

    plan = read_plan(words)

    assert plan["budget"]["by_year"][0]["total"] == 31


def test_a_slip_that_is_none_is_refused():
    words, line = spoilt("    about: [ACT-1, activities]\n", SLIP)

    assert [found for found, _sentence in faults(words)] == [line + 1, line + 2, line + 3]


@pytest.mark.parametrize(
    ("language", "sentence"), [("cy", "Mae'r Gymraeg ar goll yma."), ("en", "The Welsh is missing here.")]
)
def test_faults_are_told_in_the_language_of_whoever_loads(language, sentence):
    words, line = spoilt("cy: Cwrdd, en: Meet}", "en: Meet}")

    with override(language):
        found = faults(words)

    assert found == [(line, sentence)]
