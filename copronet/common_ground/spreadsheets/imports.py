"""Reading a file people send: CSV in whatever encoding, XLSX or TMX; damaged letters repaired where it is safe."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import IO, Any

import ftfy
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from python_calamine import CalamineError, CalamineWorkbook

from .choices import Both, Line, Table, in_both

MEGABYTE = 1024 * 1024
UNPACKED = 12  # an XLSX file may grow this many times over when it is opened, and no more
COLUMNS = 200
LONGEST_CELL = 20_000  # characters
NOT_A_TABLE = gettext_lazy("This is not a table we can read. Save it as CSV or XLSX and send it again.")
EMPTY = gettext_lazy("There is nothing in this file.")
# Letters of Welsh and English and the marks people write between them: what a repair may bring about.
WELSH = frozenset("âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿÂÊÎÔÛŴŶÁÉÍÓÚẂÝÀÈÌÒÙẀỲÄËÏÖÜẄŸñçÑÇ")
DAMAGED = re.compile(r"[ÃÂÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|\ufffd")
LOST = "\ufffd"


def read_table(sent: File) -> Table:
    """The first table of a CSV or XLSX file. Raises ValidationError, kindly, for what cannot be one."""
    if sent.size > settings.SPREADSHEET_MEGABYTES * MEGABYTE:
        raise ValidationError(too_large())
    sent.seek(0)
    start = sent.read(200)
    sent.seek(0)
    if start.startswith(b"PK\x03\x04"):
        rows, notes = _workbook(sent)
    elif _is_markup(start):
        rows, notes = _memory(sent), []
    else:
        rows, notes = _separated(sent.read())
    return _table(rows, notes)


def too_large() -> str:
    """What is said of a file that is larger than the operator lets in."""
    return _("This file is too large. The most we can take, in megabytes: %(most)s") % {
        "most": settings.SPREADSHEET_MEGABYTES
    }


def repaired(text: str) -> tuple[str, Both | None]:
    """A cell with its damaged letters repaired where that is safe, and what to say of it.

    Safe: what looks like UTF-8 read as something else ("IÃ¢l"), and comes out as letters of Welsh or English.
    Method: ftfy's `fix_encoding`, whose guess is taken only if nothing strange is left. Otherwise it stays.
    """
    if not DAMAGED.search(text):
        return text, None
    fixed = _fixed(text)
    if fixed != text and not DAMAGED.search(fixed) and _is_safe(fixed):
        return fixed, in_both(lambda: _("Letters were repaired: %(after)s") % {"after": f"{text} → {fixed}"})
    if LOST in text:
        return text, in_both(lambda: _("Letters are lost here; write them again: %(text)s") % {"text": text})
    return text, in_both(
        lambda: _("Letters look damaged here; nothing was changed: %(text)s") % {"text": text}
    )


def _fixed(text: str) -> str:
    """The pair ŵ and ŷ, whose damage ftfy leaves alone as too rare, are tried by hand."""
    fixed = ftfy.fix_encoding(text)
    if fixed == text:
        try:
            return text.encode("sloppy-windows-1252").decode("utf-8")
        except (UnicodeError, LookupError):
            return text
    return fixed


def _is_safe(text: str) -> bool:
    return all(letter.isascii() or letter in WELSH or letter in "‘’“”–—…£€·•°" for letter in text)


def _separated(raw: bytes) -> tuple[Iterable[list[str]], list[Both]]:
    text, notes = _decoded(raw)
    if "\x00" in text:
        raise ValidationError(NOT_A_TABLE)
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    return _lines(csv.reader(io.StringIO(text, newline=""), delimiter=separator)), notes


def _lines(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as broken:
        raise ValidationError(NOT_A_TABLE) from broken


def _decoded(raw: bytes) -> tuple[str, list[Both]]:
    """The text, and a note where the encoding had to be guessed."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), []
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        return _guessed(raw)


def _guessed(raw: bytes) -> tuple[str, list[Both]]:
    """Windows-1252, as most programs here write; ISO 8859-14 where that would turn ŵ and ŷ into ð and þ."""
    windows = raw.decode("windows-1252", errors="replace")
    is_celtic = any(letter in windows for letter in "ðþÐÞ")
    name, text = ("ISO 8859-14", raw.decode("iso8859-14")) if is_celtic else ("Windows-1252", windows)
    note = in_both(
        lambda: (
            _("This file does not say how its letters are written. We read it as %(name)s: look at â, ŵ, ŷ.")
            % {"name": name}
        )
    )
    return text, [note]


def _workbook(sent: File) -> tuple[Iterable[list[str]], list[Both]]:
    _refuse_bomb(sent)
    try:
        book = CalamineWorkbook.from_filelike(sent.file or sent)
        if not book.sheet_names:
            raise ValidationError(EMPTY)
        first = book.get_sheet_by_index(0)
        _refuse_too_many(first.total_height - 1)  # without the headings
        rows = [[_cell(value) for value in row] for row in first.iter_rows()]
    except CalamineError as broken:
        raise ValidationError(NOT_A_TABLE) from broken
    others = len(book.sheet_names) - 1
    note = in_both(lambda: _("Only the first sheet of this file is read: %(name)s") % {"name": first.name})
    return rows, [note] if others else []


def _is_markup(start: bytes) -> bool:
    """Whether a file begins as XML does, in UTF-8 or UTF-16."""
    return (
        start.replace(b"\0", b"")
        .lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        .startswith((b"<?xml", b"<tmx", b"<!DOCTYPE tmx"))
    )


def _memory(sent: File) -> list[list[str]]:
    """A translation memory (TMX 1.4) as a table: for each language its text, and what else it says.

    Read by defusedxml, which refuses entities and whatever lies outside of the file.
    """
    units = list(_units(sent))
    languages = sorted({language for unit in units for language in unit})
    headings = [heading for language in languages for heading in (language, f"{language} 2")]
    rows = [[cell for language in languages for cell in _texts_of(unit.get(language, []))] for unit in units]
    return [headings, *rows]


def _units(sent: File) -> Iterator[dict[str, list[str]]]:
    root: Any = None
    try:
        for event, element in iterparse(sent, events=("start", "end")):
            root = element if root is None else root
            if root.tag != "tmx":
                raise ValidationError(NOT_A_TABLE)
            if event == "end" and element.tag == "tu":
                yield _unit(element)
                element.clear()
    except (ParseError, DefusedXmlException, LookupError, UnicodeError) as broken:
        raise ValidationError(NOT_A_TABLE) from broken


def _unit(element: Any) -> dict[str, list[str]]:
    """What one unit says in each language, by its code without the country."""
    said: dict[str, list[str]] = {}
    for variant in element.iter("tuv"):
        code = variant.get("{http://www.w3.org/XML/1998/namespace}lang") or variant.get("lang") or ""
        text = (
            " ".join("".join(variant.find("seg").itertext()).split())
            if variant.find("seg") is not None
            else ""
        )
        if code and text:
            said.setdefault(code.lower().partition("-")[0][:8], []).append(text)
    return said


def _texts_of(texts: list[str]) -> tuple[str, str]:
    return (texts[0] if texts else "", "; ".join(texts[1:]))


def _refuse_bomb(sent: IO[bytes] | File) -> None:
    try:
        with zipfile.ZipFile(sent) as package:
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, OSError) as broken:
        raise ValidationError(NOT_A_TABLE) from broken
    if size > settings.SPREADSHEET_MEGABYTES * MEGABYTE * UNPACKED:
        raise ValidationError(too_large())
    sent.seek(0)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date | datetime | time) else str(value)


def _refuse_too_many(rows: int) -> None:
    if rows > settings.SPREADSHEET_ROWS:
        said = _("There are too many rows in this file. The most we can take: %(most)s")
        raise ValidationError(said % {"most": settings.SPREADSHEET_ROWS})


def _table(rows: Iterable[list[str]], notes: list[Both]) -> Table:
    numbered = ((number, row) for number, row in enumerate(rows, start=1) if any(map(str.strip, row)))
    headings = [heading.strip()[:200] for heading in next(numbered, (0, []))[1]]
    if not headings:
        raise ValidationError(EMPTY)
    if len(headings) > COLUMNS:
        raise ValidationError(NOT_A_TABLE)
    lines: list[Line] = []
    for number, row in numbered:
        _refuse_too_many(len(lines) + 1)
        lines.append(_line(number, row, len(headings)))
    if not lines:
        raise ValidationError(EMPTY)
    return Table([repaired(heading)[0] for heading in headings], lines, notes)


def _line(number: int, row: list[str], width: int) -> Line:
    cells, notes = [], []
    for cell in row[:width]:
        if len(cell) > LONGEST_CELL or "\0" in cell:
            raise ValidationError(NOT_A_TABLE)
        text, note = repaired(_without_guard(cell))
        cells.append(text)
        notes += [note] if note else []
    return Line(number, cells, notes)


def _without_guard(cell: str) -> str:
    """Our own tables mark with an apostrophe what a spreadsheet would take for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell
