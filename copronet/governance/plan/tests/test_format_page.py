"""The page that describes the format and the format itself say the same."""

import re
from pathlib import Path

import pytest

from copronet.governance.plan.imports import MOST_YEARS, nodes, shape

PAGE = Path(__file__).parents[4] / "docs" / "plan-format.md"
RECORDS = {
    "the file": shape.plan,
    "`conditions`": shape.statement,
    "`focus`, `evidence_types`": shape.named,
    "`methods`, `outcomes`": shape.outcome,
    "`year_outcomes`": shape.year_outcome,
    "`areas`": shape.area,
    "`activities`": shape.activity,
    "`quantities`": shape.quantity,
    "`indicators`": shape.indicator,
    "`links`": shape.link,
    "`budget`": shape.budget,
    "`headings`": shape.heading,
    "`by_year`": shape.year_line,
    "`by_outcome`": shape.outcome_line,
    "`notes`": shape.note,
    "`slips`": shape.slip,
}


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, bool]]:
    """What the page's table of keys says: by place, each key and whether it is needed."""
    text = PAGE.read_text(encoding="utf-8").split("## Keys")[1].split("## Sums")[0]
    table = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return {
        place: {re.match(r"\*{0,2}(\w+)", key)[1]: key.startswith("**") for key in _keys(cell)}
        for place, cell in table
        if place not in {"in", "---"}
    }


def _keys(cell: str) -> list[str]:
    return [key.strip() for key in cell.split(" · ")]


def test_the_page_has_a_row_for_every_kind_of_thing(rows):
    assert rows.keys() == RECORDS.keys()


@pytest.mark.parametrize("place", RECORDS)
def test_the_page_names_the_keys_that_the_format_takes(rows, place):
    taken = {name: key.required for name, key in RECORDS[place].keys.items()}

    assert rows[place] == taken


def test_the_page_names_every_group_and_every_word(rows):
    page = PAGE.read_text(encoding="utf-8")
    choices = (
        shape.STATES, shape.AREA_KINDS, shape.INDICATOR_KINDS, shape.MEASURED,
        shape.DIRECTIONS, shape.NOTE_KINDS, shape.ROLES,
    )  # fmt: skip

    words = {word for found in choices for word in found} | {*shape.GROUPS, shape.FORMAT}
    assert {word for word in words if f"`{word}`" not in page} == set()
    assert f"**years** (1 to {MOST_YEARS})" in page
    assert f"at most {shape.NAME} characters, texts {shape.TEXT:,}" in page
    assert nodes.CODE.fullmatch("ACT-1.4")
