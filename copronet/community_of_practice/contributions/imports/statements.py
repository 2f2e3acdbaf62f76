"""Reading a bank statement: the amounts that came in, whichever way the bank lays out its table."""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from io import StringIO

from django.utils.translation import gettext as _

from copronet.community_of_practice.contributions.models import BankLine

LARGEST = 2 * 1024 * 1024  # bytes
MOST = Decimal(20_000_000)  # pounds in one line: what the column can hold
DAYS = ("%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d %b %Y", "%d-%b-%Y", "%d %B %Y", "%d.%m.%Y")
DAY = {"date", "transaction date", "posting date", "dyddiad"}
CAME_IN = {"credit", "credit amount", "money in", "paid in", "arian i mewn", "credyd"}
AMOUNT = {"amount", "value", "swm"}
# Whatever else stands in a row and is neither a day nor a number says from whom and for what.
SAYS = re.compile(r"descri|detail|refer|name|payee|narrat|memo|particulars|disgrif|cyfeir|enw|manyl")


class NotAStatement(Exception):
    """The file cannot be read as a statement. Its text is a sentence for the person who sent it."""


def read_statement(data: bytes) -> list[BankLine]:
    """The amounts that came in, as lines that are not saved yet. Raises `NotAStatement` and reads nothing then.

    The same line in another file has the same fingerprint; two alike in one file are two.
    """
    if len(data) > LARGEST:
        raise NotAStatement(_("This file is too big for a bank statement. Send one month at a time."))
    rows = _rows(_text(data))
    start, columns = _heading(rows)
    seen: Counter[tuple[object, ...]] = Counter()
    lines: list[BankLine] = []
    for number, row in enumerate(rows[start + 1 :], start=start + 2):
        if any(cell.strip() for cell in row):
            lines += _line(row, columns, number, seen)
    return lines


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _no_table()


def _rows(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline="")))
    except csv.Error as slip:
        raise _no_table() from slip


def _no_table() -> NotAStatement:
    return NotAStatement(_("This file is not a table (CSV). Ask your bank's site for the statement as CSV."))


def _heading(rows: Sequence[Sequence[str]]) -> tuple[int, list[str]]:
    """The row that names the columns, wherever the bank put it."""
    for number, row in enumerate(rows[:20]):
        names = [re.sub(r"\s*\(.*?\)|[^\w ]", "", cell).strip().casefold() for cell in row]
        if DAY & set(names) and (CAME_IN | AMOUNT) & set(names):
            return number, names
    raise NotAStatement(
        _(
            "This file has no columns that we know. It needs one for the date and one for the amount or for money in."
        )
    )


def _line(
    row: Sequence[str], columns: Sequence[str], number: int, seen: Counter[tuple[object, ...]]
) -> Iterator[BankLine]:
    cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
    amount = _came_in(cells, number)
    if amount <= 0:
        return
    day = _day(next((cells[name] for name in cells if name in DAY), ""), number)
    words = " ".join(value for name, value in cells.items() if SAYS.search(name) and value)[:300]
    same = (day, amount, words)
    seen[same] += 1
    fingerprint = hashlib.sha256(repr((*same, seen[same])).encode()).hexdigest()
    yield BankLine(fingerprint=fingerprint, paid_on=day, amount=amount, words=words)


def _came_in(cells: dict[str, str], number: int) -> int:
    """Pence that came in; nought for what went out."""
    text = next((cells[name] for name in cells if name in CAME_IN), None)
    if text is None:
        text = next((cells[name] for name in cells if name in AMOUNT), "")
    bare = re.sub(r"[£,\s+]", "", text)
    if not bare:
        return 0
    try:
        pounds = Decimal(bare)
    except InvalidOperation:
        pounds = Decimal("NaN")
    if not (pounds.is_finite() and -MOST <= pounds <= MOST):
        raise NotAStatement(
            _(
                "We cannot read the amount in line %(number)d of the file. Nothing was taken in:"
                " put that line right and send the file again."
            )
            % {"number": number}
        )
    return int(pounds * 100)


def _day(text: str, number: int) -> date:
    for pattern in DAYS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    raise NotAStatement(
        _(
            "We cannot read the date in line %(number)d of the file. Nothing was taken in:"
            " put that line right and send the file again."
        )
        % {"number": number}
    )
