"""The journal as a table for a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .models import Deed

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets misread ŵ and ŷ


class _Echo:
    """Gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def deeds_as_csv(deeds: QuerySet[Deed]) -> Iterator[str]:
    """One row for each deed, row by row, so that a long journal is never held in memory."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK
    yield writer.writerow(
        [
            _("When"),
            _("Number of the person"),
            _("Person"),
            _("For organisation"),
            _("For person"),
            _("Code of the deed"),
            _("Kind of record"),
            _("Number of the record"),
            _("Version"),
        ]
    )
    for deed in deeds.select_related("version").iterator(chunk_size=1000):
        yield writer.writerow([_harmless(cell) for cell in _row(deed)])


def _row(deed: Deed) -> Iterable[object]:
    return (
        localtime(deed.at).isoformat(timespec="seconds"),
        deed.actor_id or "",
        deed.actor or "",
        deed.for_organisation or "",
        deed.for_person or "",
        deed.verb,
        deed.object_type,
        deed.object_id,
        deed.version.number if deed.version else "",
    )


def _harmless(cell: object) -> str:
    """Text that a spreadsheet would take for a formula is marked as text."""
    text = str(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
