"""Row by row in the background: look through, do, undo. Each call takes some rows in one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import timedelta
from functools import partial

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.spreadsheets.choices import Outcome, State, Verdict, in_both
from copronet.common_ground.spreadsheets.models import UNDO_FOR, Row, Upload
from copronet.common_ground.spreadsheets.queries import counted
from copronet.common_ground.spreadsheets.registry import Sheet

AT_ONCE = 100  # rows in one transaction: enough to be quick, few enough to let others write between
JUDGED = ["outcome", "reasons", "changes", "key", "based_on"]


@transaction.atomic
def check_some(upload: Upload, sheet: Sheet, seen: dict[str, int]) -> int:
    """Judge the next rows; how many there were. ``seen`` says which row has said the same before."""
    rows = _next(upload, State.CHECKING, {"outcome": ""})
    for row in rows:
        row.keep(upload.columns, sheet.kept(row.says(upload.columns)))
        _judge(row, sheet, row.says(upload.columns), seen)
    Row.objects.bulk_update(rows, [*JUDGED, "cells"])
    return len(rows)


@transaction.atomic
def carry_out_some(upload: Upload, sheet: Sheet) -> int:
    """Do the next rows that do something; how many there were."""
    wanted = [Outcome.CREATED, Outcome.CHANGED, *([Outcome.ALIKE] if upload.with_alike else [])]
    rows = _next(upload, State.DOING, {"is_done": False, "outcome__in": wanted})
    for row in rows:
        _attempt(row, partial(_carry_out, upload, sheet, row))
        row.is_done = True
    Row.objects.bulk_update(rows, [*JUDGED, "is_done", "done"])
    return len(rows)


@transaction.atomic
def take_back_some(upload: Upload, sheet: Sheet) -> int:
    """Undo the next rows that did something, the last first; how many there were."""
    rows = _next(upload, State.UNDOING, {"is_done": True}, order="-number")
    for row in rows:
        row.is_done = False
        if row.done:
            _attempt(row, partial(sheet.take_back, actor=Actor(upload.by), done=row.deed))
    Row.objects.bulk_update(rows, ["outcome", "reasons", "is_done"])
    return len(rows)


@transaction.atomic
def finish(upload: Upload, *, was: State, becomes: State) -> None:
    """Nothing is left to do: say so, and keep how many rows came to what."""
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state != was:
        return
    locked.state, locked.counts = becomes, counted(locked)
    if becomes == State.DONE:
        locked.done_at = timezone.now()
    locked.save(update_fields=["state", "counts", "done_at"])


def clear_old_rows() -> int:
    """Remove the rows of files that can no longer be undone, or that nobody went on with; how many files."""
    before = timezone.now() - UNDO_FOR
    finished = Upload.objects.filter(cleared_at=None, done_at__lt=before)
    left = Upload.objects.filter(cleared_at=None, done_at=None, at__lt=before - timedelta(days=6))
    count = 0
    for upload in (finished | left).exclude(state__in=[State.CHECKING, State.DOING, State.UNDOING]):
        with transaction.atomic():
            upload.rows.all().delete()
            upload.cleared_at = timezone.now()
            upload.save(update_fields=["cleared_at"])
        count += 1
    return count


def _next(upload: Upload, state: State, which: dict[str, object], order: str = "number") -> list[Row]:
    """The next rows, held, so that a worker taken for dead does none of them a second time."""
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    if held.state != state:
        return []
    return list(upload.rows.filter(**which).order_by(order)[:AT_ONCE])


def _judge(row: Row, sheet: Sheet, said: dict[str, str], seen: dict[str, int]) -> None:
    identity = sheet.identity(said) if said else ""
    before = seen.setdefault(identity, row.number) if identity else row.number
    if not said:
        verdict = Verdict(Outcome.REFUSED, (in_both(lambda: _("This row is empty.")),))
    elif before != row.number:
        same = in_both(
            lambda: _("This row says the same as an earlier one. Row: %(number)s") % {"number": before}
        )
        verdict = Verdict(Outcome.REFUSED, (same,))
    else:
        verdict = sheet.judge(said)
    row.outcome, row.key, row.based_on = verdict.outcome, verdict.key, verdict.based_on
    row.reasons, row.changes = list(verdict.reasons), list(verdict.changes)


def _carry_out(upload: Upload, sheet: Sheet, row: Row) -> None:
    done = sheet.carry_out(actor=Actor(upload.by), said=row.says(upload.columns), verdict=row.verdict)
    row.done = asdict(done)
    if row.outcome == Outcome.ALIKE:
        row.outcome = Outcome.CREATED


def _attempt(row: Row, act: Callable[[], None]) -> None:
    """Do it in a savepoint of its own; a refusal is the row's, not the file's."""
    try:
        with transaction.atomic():
            act()
    except (ActionRefused, ValidationError, IntegrityError) as refusal:
        why = in_both(partial(_sentence, refusal))
        row.outcome, row.reasons = Outcome.REFUSED, [why, *row.reasons]


def _sentence(refusal: Exception) -> str:
    if isinstance(refusal, ActionRefused):
        return str(refusal)
    if isinstance(refusal, ValidationError):
        return " ".join(_texts(refusal))
    return _("This row does not fit what is here already.")


def _texts(refusal: ValidationError) -> Iterable[str]:
    return map(str, refusal.messages)
