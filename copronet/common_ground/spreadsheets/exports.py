"""Tables for a spreadsheet or a program: CSV, XLSX and JSON, row by row."""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

import xlsxwriter
from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.tables import BarChart, TileMap
from copronet.common_ground.places.models import Area

from .choices import Column, Form
from .registry import Sheet

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets misread ŵ and ŷ
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class Figures(Sheet):
    """The numbers that a page shows, to be taken away as they stand there: what is held back stays held back."""

    code = "figures"
    columns = (
        Column("figure", _("Figure")),
        Column("what", _("What it is")),
        Column("counted", _("What is counted")),
        Column("number", _("Number")),
    )

    def __init__(self) -> None:
        self._rows: list[dict[str, str]] = []

    def add(self, figure: Any, what: Any, counted: Any = "", number: Any = "") -> None:
        """One number of a figure, or a sentence that is read with it."""
        said = {"figure": figure, "what": what, "counted": counted, "number": number}
        self._rows.append({code: str(words) for code, words in said.items()})

    def add_chart(self, chart: BarChart) -> None:
        """Its sentence, then its bars; the bars of a chart that is held back are not shown on the page either."""
        self.add(chart.title, chart.reading)
        for bar in () if chart.is_held_back else chart.bars:
            self.add(chart.title, bar.label, chart.value_heading, bar.shown)

    def add_map(self, shown: TileMap) -> None:
        """Its sentence, then all areas in the order of their codes."""
        self.add(shown.title, shown.reading)
        for area in Area.objects.order_by("code"):
            self.add(shown.title, area.name, shown.value_heading, shown.tile(area.code).shown)

    def rows(self) -> Iterator[dict[str, Any]]:
        yield from self._rows


def as_answer(sheet: Sheet, *, form: str, name: str) -> HttpResponseBase:
    """A table as a file of that form, named and dated. Any other form is no address."""
    if form not in Form.values:
        raise Http404
    filename = f"{name}-{timezone.localdate().isoformat()}.{form}"
    if form == Form.XLSX:
        return FileResponse(as_xlsx(sheet), as_attachment=True, filename=filename)
    lines, kind = (as_csv, "text/csv") if form == Form.CSV else (as_json, "application/json")
    answer = StreamingHttpResponse(lines(sheet), content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{filename}"'
    return answer


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
