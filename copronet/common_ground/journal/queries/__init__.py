"""Reading the journal: versions of a record, what changed between two, and the latest deeds."""

from .deeds import (
    Line,
    Page,
    audited,
    deeds_done_for_others,
    deeds_of,
    in_room,
    latest_deeds,
    lines,
    page_of,
    rooms,
)
from .differences import Change, Piece, changed_labels, changes, labelled
from .versions import (
    Found,
    Step,
    content_of,
    deeds_about,
    record_and_rights,
    steps_of,
    type_of,
    version_number,
    versions_of,
)

__all__ = [
    "Change",
    "Found",
    "Line",
    "Page",
    "Piece",
    "Step",
    "audited",
    "changed_labels",
    "changes",
    "content_of",
    "deeds_about",
    "deeds_done_for_others",
    "deeds_of",
    "in_room",
    "labelled",
    "latest_deeds",
    "lines",
    "page_of",
    "record_and_rights",
    "rooms",
    "steps_of",
    "type_of",
    "version_number",
    "versions_of",
]
