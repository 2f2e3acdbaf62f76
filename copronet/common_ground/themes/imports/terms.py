"""A file of terms brought in at once, by an operator: what each row did, or would do."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.base import File
from django.db import transaction

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused
from copronet.common_ground.spreadsheets.choices import Both, Outcome, Table, in_both
from copronet.common_ground.spreadsheets.imports import read_table
from copronet.common_ground.spreadsheets.queries import guessed_columns
from copronet.common_ground.themes.actions import words_have_changed

from .vocabulary import VocabularySheet


@dataclass
class Told:
    """How many rows came to what, and why some were refused, by the numbers of their rows."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[int, Both]] = field(default_factory=list)


@transaction.atomic
def bring_in_terms(file: Path, *, only_say: bool) -> Told:
    """Bring in TMX, CSV or XLSX; with ``only_say`` change nothing. Raises ValidationError for other files."""
    with file.open("rb") as opened:
        table = read_table(File(opened))
    sheet, told = VocabularySheet(), Told()
    seen: set[str] = set()
    for number, said in _rows(table):
        identity = sheet.identity(said)
        told.counts[_row(sheet, number, said, told, is_again=identity in seen, only_say=only_say)] += 1
        seen.add(identity)
    if not only_say and told.counts[Outcome.CREATED] + told.counts[Outcome.CHANGED]:
        words_have_changed()
    return told


def _rows(table: Table) -> list[tuple[int, dict[str, str]]]:
    columns = guessed_columns(VocabularySheet, table.headings)
    return [
        (
            line.number,
            {
                code: cell.strip()
                for code, cell in zip(columns, line.cells, strict=False)
                if code and cell.strip()
            },
        )
        for line in table.lines
    ]


def _row(
    sheet: VocabularySheet, number: int, said: dict[str, str], told: Told, *, is_again: bool, only_say: bool
) -> str:
    if is_again:
        return Outcome.UNCHANGED
    verdict = sheet.judge(said)
    told.refused += [(number, reason) for reason in verdict.reasons if verdict.outcome == Outcome.REFUSED]
    if only_say or verdict.outcome in {Outcome.REFUSED, Outcome.UNCHANGED}:
        return verdict.outcome
    try:
        with transaction.atomic():
            sheet.carry_out(actor=CLOCKWORK, said=said, verdict=verdict)
    except ActionRefused as refusal:
        why = str(refusal)
        told.refused.append((number, in_both(lambda: why)))
        return Outcome.REFUSED
    return verdict.outcome
