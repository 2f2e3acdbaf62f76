"""The ledger and the invoices as files: CSV for a spreadsheet, XLSX, and JSON for machines."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from copronet.common_ground.journal.exports import BYTE_ORDER_MARK
from copronet.common_ground.spreadsheets.exports import Figures

from .models import Account, Movement
from .queries import hours, name_of, pounds

Rows = Iterable[Sequence[Any]]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Echo:
    """Gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def ledger_as_rows(movements: Any) -> tuple[list[str], Rows]:
    """Each movement with both its accounts; amounts in the unit's smallest part."""
    names = [
        _("Number"),
        _("Entry"),
        _("Day"),
        _("Recorded at"),
        _("What it is"),
        _("Reason"),
        _("From"),
        _("To"),
        _("Amount"),
        _("Unit"),
        _("Takes back number"),
    ]
    return names, (_movement(each) for each in movements.iterator(chunk_size=1000))


def _movement(movement: Movement) -> Sequence[Any]:
    entry = movement.entry
    return (
        movement.pk,
        entry.pk,
        entry.happened_on.isoformat(),
        localtime(entry.recorded_at).isoformat(timespec="seconds"),
        entry.get_kind_display(),
        entry.get_why_display(),
        _holder(movement.from_account),
        _holder(movement.to_account),
        movement.amount,
        movement.unit,
        movement.reverses_id or "",
    )


def _holder(account: Account) -> str:
    holder = account.holder
    return str(name_of(holder)) if holder is not None else account.get_purpose_display()


def invoices_as_rows(invoices: Any) -> tuple[list[str], Rows]:
    """Each invoice with what was paid for it, in pence."""
    names = [
        _("Number"),
        _("Name"),
        _("Purchase order number"),
        _("Issued on"),
        _("To be paid by"),
        _("Total, in pence"),
        _("Paid, in pence"),
        _("Credited, in pence"),
        _("Still to pay, in pence"),
        _("Cancelled on"),
    ]
    return names, (
        (
            invoice.code,
            invoice.name,
            invoice.purchase_order,
            invoice.issued_on.isoformat(),
            invoice.due_on.isoformat(),
            invoice.total,
            invoice.paid,
            invoice.credited,
            invoice.left,
            invoice.cancelled_on.isoformat() if invoice.cancelled_on else "",
        )
        for invoice in invoices.iterator(chunk_size=1000)
    )


def match_as_table(shown: dict[str, Any]) -> Figures:
    """The funder's match as its page ``shown`` it, then what was given together, where enough people gave."""
    table, title = Figures(), _("Promised, pledged and delivered")
    table.add(title, shown["chart"].reading)
    for side in shown["sides"]:
        _add_side(table, side.given_by.label, side.target, side.pledged, side.delivered)
        table.add(title, side.given_by.label, _("Where the figure is written"), side.source)
    _add_side(table, _("Together"), shown["target"], shown["pledged"], shown["delivered"])
    rest = _("And everything else")
    if not shown["given"]:
        table.add(rest, _("Too few have given so far to show what they gave together."))
        return table
    table.add(rest, _("Time given"), _("Hours and minutes"), hours(shown["given"]["minutes"]))
    table.add(rest, _("Things given"), _("Number"), shown["given"]["things"])
    return table


def _add_side(table: Figures, who: Any, target: int, pledged: int, delivered: int) -> None:
    title = _("Promised, pledged and delivered")
    table.add(title, who, _("Promised to the funder"), pounds(target))
    table.add(title, who, _("Pledged so far"), pounds(pledged))
    table.add(title, who, _("Delivered so far"), pounds(delivered))


def respond(form: str, name: str, names: Sequence[str], rows: Rows) -> HttpResponseBase:
    """The rows as a file of that form: csv, xlsx or json. Any other form is no address."""
    if form not in FORMATS:
        raise Http404
    content_type, make = FORMATS[form]
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    made = make(names, rows)
    if isinstance(made, bytes):
        return HttpResponse(made, content_type=content_type, headers=headers)
    return StreamingHttpResponse(made, content_type=content_type, headers=headers)


def _csv(names: Sequence[str], rows: Rows) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    yield writer.writerow(names)
    for row in rows:
        yield writer.writerow([_harmless(cell) for cell in row])


def _harmless(cell: Any) -> Any:
    """Text that a spreadsheet would take for a formula is marked as text."""
    is_formula = isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if is_formula else cell


def _xlsx(names: Sequence[str], rows: Rows) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(names))
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cell(sheet: Any, value: Any) -> Any:
    """A text stays a text, also where it begins like a formula, without what no such file can hold."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    return cell


def _json(names: Sequence[str], rows: Rows) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield ("," if number else "") + json.dumps(
            dict(zip(names, row, strict=True)), cls=DjangoJSONEncoder, ensure_ascii=False
        )
    yield "]"


FORMATS: dict[str, tuple[str, Callable[[Sequence[str], Rows], bytes | Iterator[str]]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "xlsx": (XLSX, _xlsx),
    "json": ("application/json", _json),
}
