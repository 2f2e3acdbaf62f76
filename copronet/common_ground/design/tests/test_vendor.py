"""What others made is here unchanged, named, and able to write Welsh."""

import hashlib
import re
import struct
from pathlib import Path

import brotli
import pytest

VENDOR = Path(__file__).resolve().parents[1] / "static" / "vendor"
FONTS = VENDOR / "atkinson-hyperlegible-next"
WELSH = "âêîôûŵŷÂÊÎÔÛŴŶïÏáéíóúẃýàèìòùẁỳäëöüẅÿ"
# How WOFF2 names tables by number (W3C WOFF 2.0, section 4.1): the first of its list.
KNOWN_TABLES = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post")
TRANSFORMED = {10, 11}  # glyf and loca


def test_every_file_is_listed_with_its_hash():
    listed = dict(re.findall(r"\| (\S+) \| `([0-9a-f]{64})` \|", (VENDOR / "VERSIONS.md").read_text()))
    present = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "VERSIONS.md"
    }

    assert present == listed


@pytest.mark.parametrize("weight", ["400-normal", "700-normal", "400-italic"])
def test_every_welsh_letter_has_a_glyph_in_every_weight(weight):
    letters = set()
    for subset in ("latin", "latin-ext"):
        letters |= characters(FONTS / f"atkinson-hyperlegible-next-{subset}-{weight}.woff2")

    missing = [letter for letter in WELSH if ord(letter) not in letters]

    assert missing == []


def characters(font: Path) -> set[int]:
    """The code points in the font's character map (its format 4 table)."""
    data = font.read_bytes()
    table_count = struct.unpack(">H", data[12:14])[0]
    compressed_size = struct.unpack(">I", data[20:24])[0]
    place, start = 48, 0
    cmap = None
    for _table in range(table_count):
        number = data[place] & 0x3F
        version = data[place] >> 6
        place += 1 + (4 if number == 0x3F else 0)
        length, place = _number(data, place)
        if (number in TRANSFORMED and version == 0) or (number not in TRANSFORMED and version != 0):
            length, place = _number(data, place)
        if number == KNOWN_TABLES.index("cmap"):
            cmap = (start, length)
        start += length
    tables = brotli.decompress(data[place : place + compressed_size])
    return _format_4(tables[cmap[0] : cmap[0] + cmap[1]])


def _number(data: bytes, place: int) -> tuple[int, int]:
    """A number in base 128, as WOFF2 writes lengths, and where it ended."""
    number = 0
    while True:
        number = number << 7 | data[place] & 0x7F
        place += 1
        if not data[place - 1] & 0x80:
            return number, place


def _format_4(table: bytes) -> set[int]:
    count = struct.unpack(">H", table[2:4])[0]
    starts = [struct.unpack(">HHI", table[4 + 8 * index : 12 + 8 * index])[2] for index in range(count)]
    part = next(table[start:] for start in starts if struct.unpack(">H", table[start : start + 2])[0] == 4)
    segments = struct.unpack(">H", part[6:8])[0] // 2
    ends = struct.unpack(f">{segments}H", part[14 : 14 + 2 * segments])
    begins = struct.unpack(f">{segments}H", part[16 + 2 * segments : 16 + 4 * segments])
    return {
        code
        for begin, end in zip(begins, ends, strict=True)
        for code in range(begin, end + 1)
        if code != 0xFFFF
    }
