"""Files that were brought, their rows with what each would do or did, and the headings people use."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from . import registry
from .choices import PLANNED, Done, Form, Outcome, State, Verdict

UNDO_FOR = timedelta(days=1)


class Upload(models.Model):
    """One file. Its rows are cleared away once it can no longer be undone; what they did has lines of its own."""

    sheet = models.CharField(max_length=40)
    name = models.CharField(_("File"), max_length=200)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.MATCHING)
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=list)  # for each heading the code of its column, or ""
    notes = models.JSONField(default=list)  # about the whole file: [cy, en]
    counts = models.JSONField(default=dict)  # rows by outcome, kept when the rows are gone
    with_alike = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True)
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("file brought in")
        verbose_name_plural = _("files brought in")

    def __str__(self) -> str:
        return self.name

    @property
    def kind(self) -> type[registry.Sheet]:
        return registry.sheet(self.sheet)

    @property
    def is_at_work(self) -> bool:
        return self.state in {State.CHECKING, State.DOING, State.UNDOING}

    @property
    def undo_before(self) -> Any:
        return self.done_at + UNDO_FOR if self.done_at else None

    @property
    def may_be_undone(self) -> bool:
        return self.state == State.DONE and timezone.now() < self.undo_before and not self.cleared_at

    def word_for(self, outcome: str) -> Any:
        """What rows of an outcome will do, while nothing is done; afterwards what they did."""
        is_planned = self.state in {State.CHECKING, State.CHECKED}
        words = PLANNED if is_planned else dict(Outcome.choices)
        return words.get(outcome, "")

    @property
    def said(self) -> list[str]:
        """The notes in the reader's language."""
        return readable(self.notes)


class Row(models.Model):
    """One row: what it says, what it would do or did, and why."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()  # in the file, the headings being row 1
    cells = models.JSONField(default=list)
    notes = models.JSONField(default=list)  # about damaged letters
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    reasons = models.JSONField(default=list)
    changes = models.JSONField(default=list)
    key = models.CharField(max_length=40, blank=True)
    based_on = models.CharField(max_length=64, blank=True)
    is_done = models.BooleanField(default=False)
    done = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="spreadsheets_row_once", fields=["upload", "number"])]
        indexes = [models.Index(fields=["upload", "outcome", "number"], name="spreadsheets_row_outcome")]

    def __str__(self) -> str:
        return f"{self.upload}, {self.number}"

    @property
    def word(self) -> Any:
        """What it will do, or did."""
        return self.upload.word_for(self.outcome)

    @property
    def verdict(self) -> Verdict:
        return Verdict(self.outcome, key=self.key, based_on=self.based_on)

    @property
    def deed(self) -> Done:
        return Done(**(self.done or {}))

    @property
    def said(self) -> list[str]:
        """Why, in the reader's language."""
        return readable([*self.reasons, *self.notes])

    @property
    def said_changes(self) -> list[tuple[str, str, str]]:
        """What changes, with the names of the columns in the reader's language."""
        return [(readable([label])[0], was, becomes) for label, was, becomes in self.changes]

    @property
    def shown(self) -> str:
        """What the row says, for a reader who knows the file."""
        return " · ".join(cell for cell in self.cells if cell.strip())

    def says(self, columns: list[str]) -> dict[str, str]:
        """The cells that say something, by the code of their column."""
        pairs = zip(columns, self.cells, strict=False)
        return {code: cell.strip() for code, cell in pairs if code and cell.strip()}

    def keep(self, columns: list[str], said: dict[str, str]) -> None:
        """Put what may be kept in the place of the cells that say something."""
        pairs = zip(columns, self.cells, strict=False)
        kept = [said.get(code, cell) if cell.strip() else cell for code, cell in pairs]
        self.cells = kept + self.cells[len(kept) :]


class KnownHeading(models.Model):
    """Which column somebody said a heading means; the next file is matched by it. Empty: left out."""

    sheet = models.CharField(max_length=40)
    heading = models.CharField(max_length=200)
    column = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="spreadsheets_heading_once", fields=["sheet", "heading"])]

    def __str__(self) -> str:
        return f"{self.heading}: {self.column}"


class GivenOut(models.Model):
    """A table was given out, in some form. Who did it and when stands in the journal."""

    sheet = models.CharField(max_length=40)
    form = models.CharField(max_length=4, choices=Form)

    class Meta:
        verbose_name = _("table given out")
        verbose_name_plural = _("tables given out")

    def __str__(self) -> str:
        return f"{self.sheet}.{self.form}"


def readable(pairs: list[Any]) -> list[str]:
    """Sentences kept in both languages, in the reader's."""
    side = 0 if (get_language() or "").startswith("cy") else 1
    return [pair[side] for pair in pairs]
