import io
import zipfile

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import override

from copronet.common_ground.spreadsheets.imports import read_table, repaired


def table(content, encoding="utf-8"):
    return read_table(ContentFile(content.encode(encoding) if isinstance(content, str) else content))


def workbook(*rows, sheets=1):
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        for number in range(sheets):
            page = book.add_worksheet()
            for place, row in enumerate(rows if number == 0 else []):
                page.write_row(place, 0, row)
    return written.getvalue()


def cells(read):
    return [line.cells for line in read.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_however_it_is_written(encoding, separator):
    read = table(f"Enw{separator}Ardal\r\nTŷ Hafan{separator}Ynys Môn\r\n", encoding)

    assert (read.headings, cells(read), read.notes) == (["Enw", "Ardal"], [["Tŷ Hafan", "Ynys Môn"]], [])


@pytest.mark.parametrize(
    ("encoding", "name"), [("windows-1252", "Ynys Môn"), ("iso8859-14", "Tŷ'r Ŵyn, Llŷn")]
)
def test_letters_in_an_older_encoding_are_read_and_said_to_be_guessed(encoding, name):
    read = table(f'Enw\n"{name}"\n', encoding)

    assert cells(read) == [[name]]
    assert len(read.notes) == 1


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Llanarmon-yn-IÃ¢l", "Llanarmon-yn-Iâl"),
        ("TÅ· Hafan", "Tŷ Hafan"),
        ("Å´yn yr Å¶d", "Ŵyn yr Ŷd"),
        ("LlandybÃ¯e", "Llandybïe"),
        ("Iâl", "Iâl"),
        ("", ""),
    ],
)
def test_damaged_letters_are_repaired_where_it_is_safe(damaged, whole):
    text, note = repaired(damaged)

    assert text == whole
    assert bool(note) == (damaged != whole)


@pytest.mark.parametrize("damaged", ["Iâl a IÃ¢l", "Ã…bo Ð", "Llan\ufffdi"])
def test_what_cannot_be_repaired_for_sure_stays_and_is_said_in_both_languages(damaged):
    text, note = repaired(damaged)

    assert (text, note is not None and note.cy != note.en) == (damaged, True) or text != damaged


def test_the_wards_of_wales_come_out_with_their_roofs(shared_data):
    raw = (shared_data / "exchange" / "ons-lookups" / "057.csv").read_bytes()

    read = table(raw)

    names = [line.cells[3] for line in read.lines]
    assert len(names) == 861
    assert {"Llanarmon-yn-Iâl/Llandegla", "Canolbarth Môn", "Penarlâg", "Yr Hôb"} <= set(names)
    assert not [name for name in names if "Ã" in name]
    assert sum(bool(line.notes) for line in read.lines) == 19


def test_a_workbook_is_read_with_its_numbers_as_people_see_them():
    read = table(workbook(["Enw", "Rhif"], ["Cwm Hud", 1090095], ["Llan", 2.5], ["", ""], ["Aber", True]))

    assert cells(read) == [["Cwm Hud", "1090095"], ["Llan", "2.5"], ["Aber", "1"]]
    assert [line.number for line in read.lines] == [2, 3, 5]


def test_of_a_workbook_with_more_sheets_the_first_is_read_and_that_is_said():
    assert len(table(workbook(["Enw"], ["Cwm"], sheets=2)).notes) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"Enw\n", b"PK\x03\x04broken", b"\x00\x01\x02,\x00", b"\x89PNG\r\n\x1a\n" + bytes(200)],
    ids=["empty", "blank", "headings alone", "broken workbook", "zeros", "picture"],
)
def test_what_is_no_table_is_refused_kindly(content):
    with pytest.raises(ValidationError):
        table(content)


def test_a_workbook_that_would_swell_is_refused_before_it_is_opened(settings):
    settings.SPREADSHEET_MEGABYTES = 1
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", bytes(20 * 1024 * 1024))

    with override("en"), pytest.raises(ValidationError, match="too large"):
        table(packed.getvalue())


def test_a_file_that_is_too_large_is_refused_without_being_read(settings):
    settings.SPREADSHEET_MEGABYTES = 1

    class Huge(ContentFile):
        def read(self, *_args):
            raise AssertionError("nobody reads it")

    huge = Huge(b"")
    huge.size = 200 * 1024 * 1024
    with pytest.raises(ValidationError):
        read_table(huge)


def test_a_file_with_too_many_rows_is_refused(settings):
    settings.SPREADSHEET_ROWS = 2

    with pytest.raises(ValidationError):
        table("Enw\n1\n2\n3\n")
    with pytest.raises(ValidationError):
        table(workbook(["Enw"], [1], [2], [3]))


def test_what_our_own_tables_guard_against_formulas_loses_its_guard():
    assert cells(table("Ffôn\n'+44 1632 960001\n'n brysur\n")) == [["+44 1632 960001"], ["'n brysur"]]


def test_a_workbook_with_a_letter_that_no_database_holds_is_no_table():
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(["Enw"], ["HERE"]))) as plain,
        zipfile.ZipFile(written, "w") as odd,
    ):
        for part in plain.infolist():
            odd.writestr(part.filename, plain.read(part).replace(b"HERE", b"a_x0000_b"))

    with pytest.raises(ValidationError):
        table(written.getvalue())
