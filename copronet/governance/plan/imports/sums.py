"""Whether the sums of a plan's budget agree with the totals printed in it.

A founding document is kept as it was printed, slips and all. So a sum that does not agree is
refused only when no note owns up to it, figure for figure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from copronet.governance.plan.imports.reading import Reading, Record

SOURCES = ("total", "vat", "other", "requested")


@dataclass(frozen=True)
class Slip:
    """A printed figure and what the figures it should be the sum of come to, in pounds."""

    code: str  # of the line that carries the printed figure
    adding: str  # what was added: years, sources, headings, total, year 1, HEAD-…
    printed: int
    comes_to: int


def check_sums(reading: Reading, budget: Record, notes: Sequence[Record]) -> None:
    """Fault each sum that disagrees unannounced, and each announced slip that is not one."""
    by_year, by_outcome = _lines(budget, "by_year"), _lines(budget, "by_outcome")
    found = set(slips_by_year(by_year)) | set(slips_by_outcome(by_outcome))
    found |= set(slips_between(by_year, by_outcome))
    announced = {slip: line for note in notes for slip, line in _announced(note)}
    for slip in found - announced.keys():
        reading.fault(reading.codes[slip.code][1], _disagrees(slip))
    for slip in announced.keys() - found:
        reading.fault(announced[slip], _no_such_slip(slip))


def slips_by_year(lines: Sequence[Record]) -> Iterable[Slip]:
    """Slips of the table by year: across each line, then down each column to the total."""
    for line in lines:
        yield from _slip(line, "years", line.get("total"), _added(line.get("years")))
        yield from _slip(line, "sources", line.get("requested"), _asked_for(line))
    parts = _of_role(lines, "line", "in_kind", "addition")
    for total in _of_role(lines, "total"):
        for column in SOURCES:
            yield from _slip(total, column, total.get(column), _down(parts, column))
        for year, amount in (total.get("years") or {}).items():
            down = sum((line.get("years") or {}).get(year, 0) for line in parts)
            yield from _slip(total, f"year {year}", amount, down)


def slips_by_outcome(lines: Sequence[Record]) -> Iterable[Slip]:
    """Slips of the table by outcome: across each line, then down to subtotal and total."""
    for line in lines:
        yield from _slip(line, "headings", line.get("total"), _added(line.get("amounts")))
    spending = _of_role(lines, "line")
    subtotals = _of_role(lines, "subtotal")
    for subtotal in subtotals:
        yield from _slips_down(subtotal, spending)
    parts = [*(subtotals or spending), *_of_role(lines, "in_kind", "addition")]
    for total in _of_role(lines, "total"):
        yield from _slips_down(total, parts)


def slips_between(by_year: Sequence[Record], by_outcome: Sequence[Record]) -> Iterable[Slip]:
    """Slips between the two tables, whose printed grand totals should be the same."""
    for first in _of_role(by_year, "total"):
        for second in _of_role(by_outcome, "total"):
            yield from _slip(second, "tables", second.get("total"), first.get("total"))


def _slips_down(total: Record, parts: Sequence[Record]) -> Iterable[Slip]:
    yield from _slip(total, "total", total.get("total"), _down(parts, "total"))
    for heading, amount in (total.get("amounts") or {}).items():
        down = sum((line.get("amounts") or {}).get(heading, 0) for line in parts)
        yield from _slip(total, heading, amount, down)


def _slip(line: Record, adding: str, printed: int | None, comes_to: int | None) -> Iterable[Slip]:
    if printed is not None and comes_to is not None and printed != comes_to:
        yield Slip(str(line.get("code")), adding, printed, comes_to)


def _added(amounts: dict[Any, int] | None) -> int | None:
    return sum(amounts.values()) if amounts else None


def _asked_for(line: Record) -> int | None:
    total = line.get("total")
    return None if total is None else total - (line.get("vat") or 0) - (line.get("other") or 0)


def _down(lines: Sequence[Record], column: str) -> int:
    return sum(line.get(column) or 0 for line in lines)


def _of_role(lines: Sequence[Record], *roles: str) -> list[Record]:
    return [line for line in lines if (line.get("role") or "line") in roles]


def _lines(budget: Record, table: str) -> list[Record]:
    return list(budget.get(table) or [])


def _announced(note: Record) -> Iterable[tuple[Slip, int]]:
    for slip in note.get("slips") or []:
        figures = [slip.get(key) for key in ("code", "adding", "printed", "comes_to")]
        if None not in figures:
            yield Slip(*figures), slip.line


def _disagrees(slip: Slip) -> str:
    sentence = _(
        "A sum does not agree. Line: %(code)s. Adding: “%(adding)s”."
        " Printed: %(printed)d. It comes to: %(comes_to)d."
        " Correct the figure; or, if it was printed like this, add a note with a slip that says so."
    )
    return sentence % vars(slip)


def _no_such_slip(slip: Slip) -> str:
    sentence = _(
        "There is no such slip in this budget. Line: %(code)s. Adding: “%(adding)s”. "
        "Printed: %(printed)d. It comes to: %(comes_to)d."
    )
    return sentence % vars(slip)
