"""States and outcomes, and the plain values that a table's reader hands over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override


class State(TextChoices):
    MATCHING = "matching", _("Waiting for its columns to be matched")
    CHECKING = "checking", _("Being looked through")
    CHECKED = "checked", _("Looked through, nothing done yet")
    DOING = "doing", _("Being brought in")
    DONE = "done", _("Brought in")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")


class Outcome(TextChoices):
    """What a row came to."""

    CREATED = "created", _("New")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
    ALIKE = "alike", _("Like one that is here")
    REFUSED = "refused", _("Refused")


# What a row would do, while nothing has been done yet.
PLANNED: dict[str, Any] = {
    Outcome.CREATED: _("Will be new"),
    Outcome.CHANGED: _("Will change"),
    Outcome.UNCHANGED: _("Will stay as it is"),
    Outcome.ALIKE: Outcome.ALIKE.label,
    Outcome.REFUSED: _("Cannot be brought in"),
}


class Form(TextChoices):
    """In what form a table is given out."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"
    JSON = "json", "JSON"


@dataclass(frozen=True)
class Column:
    """A column by its code; ``also`` are further headings by which it is known."""

    code: str
    title: Any
    also: tuple[str, ...] = ()


class Both(NamedTuple):
    """A sentence in both languages: whoever reads it later reads it in their own."""

    cy: str
    en: str


def in_both(say: Callable[[], Any]) -> Both:
    """What ``say`` says in each language."""
    with override("cy"):
        welsh = str(say())
    with override("en"):
        return Both(welsh, str(say()))


@dataclass(frozen=True)
class Line:
    """One row of a file: its number, its cells, and what was done to damaged letters."""

    number: int
    cells: list[str]
    notes: list[Both] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """What a file says: its headings, its lines, and what people should know about the whole."""

    headings: list[str]
    lines: list[Line]
    notes: list[Both]


@dataclass(frozen=True)
class Verdict:
    """What a row would do. ``changes`` are (label in both languages, what stands there, what would)."""

    outcome: str
    reasons: tuple[Both, ...] = ()
    changes: tuple[tuple[Both, str, str], ...] = ()
    key: str = ""  # of the record that is here already
    based_on: str = ""  # how that record stood, to notice a change meanwhile


@dataclass(frozen=True)
class Done:
    """What a row did, with all that is needed to undo it, as JSON values."""

    key: str
    is_new: bool
    before: Mapping[str, Any] = field(default_factory=dict)
    after: str = ""  # how the record stands now, to notice a change before it is undone
