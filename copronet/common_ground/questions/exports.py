"""Answers and codebook as plain files, by pseudonym and never by name."""

import csv
import json
from io import StringIO
from typing import Any

from .models import Edition
from .queries import codebook, responses_to_export

FIRST = ("pseudonym", "is_organisation", "language", "given", "finished_on")
CODES = ("question", "kind", "question_cy", "question_en", "answer", "counts_for", "answer_cy", "answer_en")
# A spreadsheet takes a text that begins with one of these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_as_csv(edition: Edition) -> str:
    """One line for each set of answers handed in, one column for each question; several answers by spaces."""
    codes = [question["code"] for question in codebook(edition)]
    rows = [
        [*(response[name] for name in FIRST), *(response["answers"].get(code, "") for code in codes)]
        for response in responses_to_export(edition)
    ]
    return _table([*FIRST, *codes], rows)


def codebook_as_csv(edition: Edition) -> str:
    """One line for each answer that can be chosen, and one for each question that offers none."""
    rows: list[list[Any]] = []
    for question in codebook(edition):
        asked = [question["code"], question["kind"], question["text_cy"], question["text_en"]]
        options = question["options"] or [{"code": "", "value": None, "text_cy": "", "text_en": ""}]
        rows += [[*asked, each["code"], each["value"], each["text_cy"], each["text_en"]] for each in options]
    return _table(CODES, rows)


def answers_as_json(edition: Edition) -> str:
    """Answers and codebook in one."""
    whole = {
        "questionnaire": edition.questionnaire.code,
        "edition": edition.number,
        "published_on": edition.published_at.date().isoformat() if edition.published_at else None,
        "codebook": codebook(edition),
        "responses": list(responses_to_export(edition)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _table(heading: Any, rows: list[list[Any]]) -> str:
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(heading)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
