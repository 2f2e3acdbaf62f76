"""Tables for a spreadsheet or a program: CSV, XLSX and JSON, row by row."""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

import xlsxwriter

from .registry import Sheet

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets misread ŵ and ŷ
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """Gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def as_csv(sheet: Sheet) -> Iterator[str]:
    """One row at a time, so that a long table is never held in memory."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    yield writer.writerow([str(column.title) for column in sheet.columns])
    for row in _cells(sheet):
        yield writer.writerow([f"'{cell}" if cell.startswith(FORMULAS) else cell for cell in row])


def as_json(sheet: Sheet) -> Iterator[str]:
    """A list of objects by the codes of the columns, which are the same in both languages."""
    before = "["
    for row in sheet.rows():
        yield before + json.dumps(row, ensure_ascii=False, default=str)
        before = ",\n"
    yield "]" if before != "[" else "[]"


def as_xlsx(sheet: Sheet) -> IO[bytes]:
    """A workbook with one sheet; every cell is text, so that nothing is taken for a formula or a date."""
    written = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends it closes it)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as book:
        page = book.add_worksheet()
        bold = book.add_format({"bold": True})
        page.write_row(0, 0, [str(column.title) for column in sheet.columns], bold)
        for number, row in enumerate(_cells(sheet), start=1):
            for place, cell in enumerate(row):
                page.write_string(number, place, cell)
        page.freeze_panes(1, 0)
    written.seek(0)
    return written


def _cells(sheet: Sheet) -> Iterable[list[str]]:
    for row in sheet.rows():
        yield [_text(row.get(column.code)) for column in sheet.columns]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
