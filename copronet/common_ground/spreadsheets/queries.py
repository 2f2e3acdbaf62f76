"""Reading files that were brought: matching their headings, and their rows by outcome."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import Count, QuerySet

from .choices import in_both
from .models import KnownHeading, Row, Upload
from .registry import Sheet, sheets


def sheets_for(reader: Any) -> list[type[Sheet]]:
    """The tables that this reader may bring in and give out."""
    return [sheet for sheet in sheets() if reader.has_perm(sheet.permission)]


def uploads_of(codes: Iterable[str]) -> QuerySet[Upload]:
    """The files of these tables, newest first."""
    return Upload.objects.filter(sheet__in=list(codes)).select_related("by").order_by("-id")


def guessed_columns(sheet: type[Sheet], headings: list[str]) -> list[str]:
    """For each heading the column it most likely is: as somebody said before, or by its own names. Each once."""
    folded = [fold(heading) for heading in headings]
    known = dict(
        KnownHeading.objects.filter(sheet=sheet.code, heading__in=folded).values_list("heading", "column")
    )
    names = _names(sheet)
    taken: set[str] = set()
    guessed = []
    for heading in folded:
        code = known.get(heading, names.get(heading, ""))
        guessed.append("" if code in taken else code)
        taken.add(code)
    return guessed


def fold(heading: str) -> str:
    """A heading without capitals, spaces and marks, as it is remembered."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())[:200]


def rows_of(upload: Upload, outcome: str = "") -> QuerySet[Row]:
    """The rows in the order of the file."""
    rows = upload.rows.order_by("number")
    return rows.filter(outcome=outcome) if outcome else rows


def counted(upload: Upload) -> dict[str, int]:
    """How many rows have each outcome."""
    return dict(upload.rows.order_by().values_list("outcome").annotate(Count("pk")))


def _names(sheet: type[Sheet]) -> dict[str, str]:
    names: dict[str, str] = {}
    for column in sheet.columns:
        title = in_both(partial(str, column.title))
        for name in (column.code, *title, *column.also):
            names.setdefault(fold(name), column.code)
    return names
