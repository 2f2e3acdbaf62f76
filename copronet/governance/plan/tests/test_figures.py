"""Every figure of the network's plan file, against the founding proposal's own data."""

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

from copronet.governance.plan.imports import read_plan

PLAN_FILE = Path(__file__).parents[1] / "plans" / "wales.yaml"
COLUMNS = {
    "salaries_18_6pct": "HEAD-SALARIES",
    "recruitment": "HEAD-RECRUITMENT",
    "expenses_project_staff": "HEAD-EXPENSES-STAFF",
    "expenses_project_volunteers": "HEAD-EXPENSES-VOLUNTEERS",
    "rent_heat_light": "HEAD-PREMISES",
    "training_staff_members": "HEAD-TRAINING-STAFF",
    "training_volunteers_partners": "HEAD-TRAINING-VOLUNTEERS",
    "monitoring_evaluation": "HEAD-EVALUATION",
    "fund_raising": "HEAD-FUNDRAISING",
    "marketing": "HEAD-MARKETING",
    "professional_legal": "HEAD-LEGAL",
    "other_revenue": "HEAD-OTHER",
    "overhead": "HEAD-OVERHEAD",
}
OUTCOME_ROWS = {
    "staff-1": "COST-DIRECTOR",
    "staff-2": "COST-COORDINATOR",
    "sub": "COST-SUBTOTAL",
    "inkind": "COST-IN-KIND",
    "mgmt": "COST-MANAGEMENT",
    "eval": "COST-EVALUATION",
    "total": "COST-TOTAL",
}
SOURCE_COLUMNS = {
    "total": "total_project_cost_A_gbp",
    "vat": "vat_recoverable_B_gbp",
    "other": "other_funding_C_gbp",
    "requested": "requested_big_lottery_gbp",
}


@pytest.fixture(scope="module")
def ours() -> Any:
    return read_plan(PLAN_FILE.read_text(encoding="utf-8"))


@pytest.fixture
def theirs(shared_data: Path) -> Any:
    return yaml.safe_load((shared_data / "proposal" / "theory_of_change.yaml").read_text(encoding="utf-8"))


def rows(shared_data: Path, name: str) -> list[dict[str, str]]:
    with (shared_data / "proposal" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figure(cell: str) -> int | None:
    return int(cell) if cell else None


def test_the_plan_has_its_outcomes_year_outcomes_activities_and_indicators(ours):
    counts = {key: len(ours[key]) for key in ("outcomes", "year_outcomes", "activities", "indicators")}

    assert counts == {"outcomes": 4, "year_outcomes": 15, "activities": 23, "indicators": 11}


@pytest.mark.parametrize("key", ["conditions", "year_outcomes", "activities", "indicators"])
def test_codes_and_their_order_are_those_of_the_proposal(ours, theirs, key):
    assert [part["code"] for part in ours[key]] == [part["id"] for part in theirs[key]]


def test_outcomes_have_their_codes_and_english_names(ours, theirs):
    found = [(outcome["code"], outcome["name"]["en"]) for outcome in ours["outcomes"]]

    assert found == [(outcome["id"], outcome["name"]) for outcome in theirs["key_outcomes"]]


def test_year_outcomes_stand_in_their_years(ours, theirs):
    found = [outcome["year"] for outcome in ours["year_outcomes"]]

    assert found == [outcome["year"] for outcome in theirs["year_outcomes"]]


def test_activities_keep_their_years_numbers_and_references(ours, theirs):
    found = [
        (
            f"year {activity['when']}" if activity["when"] else "ongoing",
            activity.get("number"),
            activity.get("refers_to"),
        )
        for activity in ours["activities"]
    ]

    assert found == [
        (activity["when"], activity["seed_number"], activity.get("refers_to"))
        for activity in theirs["activities"]
    ]


def test_quantities_promised_are_kept(ours, theirs):
    (activity,) = [activity for activity in ours["activities"] if activity.get("quantities")]
    found = [(quantity["number"], bool(quantity.get("at_least"))) for quantity in activity["quantities"]]

    (source,) = [activity for activity in theirs["activities"] if activity.get("quantities")]
    assert activity["code"] == source["id"]
    assert found == [(number, name.endswith("_min")) for name, number in source["quantities"].items()]


def test_areas_have_as_many_examples_as_the_proposal_gives(ours, theirs):
    found = {area["code"]: (area.get("outcome"), len(area["items"])) for area in ours["areas"]}

    drawn = {
        f"KEY-{number}": (box["same_name_as"], len(box["items"]))
        for number, box in enumerate(theirs["structure_diagram_key_activities"], start=1)
    }
    work = {area["id"]: (None, len(area["examples_in_seed"])) for area in theirs["activity_areas"]}
    assert found == drawn | work


def test_indicators_keep_their_outcome_kind_targets_and_time(ours, theirs):
    found = [
        (
            indicator["outcome"],
            indicator["kind"],
            {year or "end": value for year, value in indicator["targets"].items()},
            "each_year" in indicator["measured"],
            "end" in indicator["measured"],
        )
        for indicator in ours["indicators"]
    ]

    assert found == [
        (
            indicator["outcome"],
            indicator["type"],
            indicator["targets"],
            "end of each year" in indicator["timescale"],
            "end of the project" in indicator["timescale"],
        )
        for indicator in theirs["indicators"]
    ]


def test_evidence_methods_and_focus_are_all_there(ours, theirs):
    assert len(ours["evidence_types"]) == len(theirs["evidence"]["three_types"])
    assert len(ours["methods"]) == len(theirs["evidence"]["methods"])
    assert len(ours["focus"]) == len(theirs["stated_focus_of_outcomes"])


def test_only_the_links_the_proposal_states_are_given_as_stated(ours, theirs):
    stated = [link for link in ours["links"] if link["stated"]]
    found = [(link["section"], link["direction"] == "both_ways") for link in stated]

    assert found == [
        (link["section"], link["direction"] in {"both", "mutual"}) for link in theirs["stated_causal_links"]
    ]
    assert len(ours["links"]) - len(stated) == len(theirs["not_stated"])


def test_every_ambiguity_has_its_note(ours, theirs):
    unclear = {
        code
        for note in ours["notes"]
        if note["kind"] == "unclear"
        for code in note["about"]
        if code.startswith("IND-")
    }

    assert unclear == {indicator["id"] for indicator in theirs["indicators"]}
    assert len(theirs["target_ambiguities"]) == 6


def test_the_budget_by_year_is_as_printed(ours, shared_data):
    found = [
        (
            [(line.get("years") or {}).get(year) for year in (1, 2, 3)],
            [line.get(column) for column in SOURCE_COLUMNS],
        )
        for line in ours["budget"]["by_year"]
    ]

    assert found == [
        (
            [figure(row[f"year{year}_gbp"]) for year in (1, 2, 3)],
            [figure(row[column]) for column in SOURCE_COLUMNS.values()],
        )
        for row in rows(shared_data, "budget_summary.csv")
    ]


def test_the_budget_by_outcome_is_as_printed(ours, shared_data):
    found = [
        (line["code"], line.get("outcome"), line.get("amounts") or {}, line.get("total"), line.get("match"))
        for line in ours["budget"]["by_outcome"]
    ]

    assert found == [
        (
            OUTCOME_ROWS.get(row["row_id"], f"COST-{row['row_id']}"),
            row["outcome_id"] or None,
            {head: int(row[column]) for column, head in COLUMNS.items() if row[column]},
            figure(row["total_revenue_costs"]) or figure(row["numbers_as_printed_left_to_right"]),
            figure(row["narrative_match_gbp"]),
        )
        for row in rows(shared_data, "budget_outcomes.csv")
    ]


def test_years_of_each_cost_are_as_printed(ours, shared_data):
    printed = {
        OUTCOME_ROWS.get(row["row_id"], f"COST-{row['row_id']}"): row["notes_printed"]
        for row in rows(shared_data, "budget_outcomes.csv")
    }

    for line in ours["budget"]["by_outcome"]:
        note = printed[line["code"]]
        if note.startswith("Y1,2,3"):
            assert line["years"] == [1, 2, 3]
        elif note == "Yr 3 only":
            assert line["years"] == [3]


def test_sums_in_the_words_of_a_cost_are_those_printed(ours, shared_data):
    timings = {
        line["code"]: line["timing"]["en"] for line in ours["budget"]["by_outcome"] if line.get("timing")
    }

    assert timings == {
        "COST-DIRECTOR": "Years 1, 2 and 3, with 3% more each year",
        "COST-1a": "Includes £1,200 in years 2 and 3",
        "COST-2a": "Includes £800 in years 2 and 3",
    }


def test_each_slip_of_the_printed_sums_is_owned_up_to(ours):
    slips = {
        (slip["code"], slip["adding"]): (slip["printed"], slip["comes_to"])
        for note in ours["notes"]
        for slip in note.get("slips") or []
    }

    assert slips == {
        ("YEAR-MANAGEMENT", "years"): (43970, 43971),
        ("YEAR-EXPENSES", "years"): (22400, 22401),
        ("YEAR-PREMISES", "years"): (60400, 60399),
        ("YEAR-TOTAL", "total"): (522666, 522665),
        ("YEAR-TOTAL", "requested"): (428712, 428711),
        ("COST-TOTAL", "total"): (522666, 522665),
        ("COST-TOTAL", "headings"): (522666, 478695),
    }


def test_the_two_tables_agree_heading_by_heading(ours):
    (printed,) = [line for line in ours["budget"]["by_outcome"] if line.get("role") == "total"]
    by_headings: dict[tuple[str, ...], int] = {}
    for line in ours["budget"]["by_year"]:
        if line.get("headings"):
            key = tuple(line["headings"])
            by_headings[key] = by_headings.get(key, 0) + (line.get("total") or 0)

    assert by_headings == {key: sum(printed["amounts"][heading] for heading in key) for key in by_headings}


def test_each_outcome_costs_what_its_lines_come_to(ours):
    costs: dict[str | None, int] = {}
    for line in ours["budget"]["by_outcome"]:
        if not line.get("role"):
            costs[line.get("outcome")] = costs.get(line.get("outcome"), 0) + line["total"]

    assert costs == {"OUT-1": 64046, "OUT-2": 38300, "OUT-3": 18000, "OUT-4": 21000, None: 225074}
