"""What people ask for: keep a file, match its columns, bring its rows in, undo that, give a table out."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.spreadsheets.choices import State, Table
from copronet.common_ground.spreadsheets.models import GivenOut, KnownHeading, Row, Upload
from copronet.common_ground.spreadsheets.queries import fold
from copronet.common_ground.spreadsheets.registry import Sheet
from copronet.common_ground.work.actions import enqueue


@transaction.atomic
def keep_upload(
    *, actor: Actor, sheet: type[Sheet], table: Table, name: str, key: UUID | None = None
) -> Upload:
    """Keep what a file says, row by row, until its columns are matched."""
    once(key)
    upload = Upload.objects.create(
        sheet=sheet.code, name=name[:200], by=actor.person, headings=table.headings, notes=table.notes
    )
    Row.objects.bulk_create(
        (Row(upload=upload, number=line.number, cells=line.cells, notes=line.notes) for line in table.lines),
        batch_size=1000,
    )
    record(actor=actor, verb="spreadsheets.uploaded", about=upload, key=key)
    return upload


@transaction.atomic
def match_columns(*, actor: Actor, upload: Upload, columns: Sequence[str]) -> None:
    """Say which column each heading is, remember it for the next file, and have every row looked through."""
    locked = _locked(upload)
    if locked.state not in {State.MATCHING, State.CHECKED}:
        raise ActionRefused(_("This file has been brought in already, or is at work just now."))
    locked.columns, locked.state, locked.counts = list(columns), State.CHECKING, {}
    locked.save(update_fields=["columns", "state", "counts"])
    locked.rows.update(outcome="", reasons=[], changes=[], key="", based_on="")
    for heading, column in zip(locked.headings, columns, strict=True):
        if fold(heading):
            KnownHeading.objects.update_or_create(
                sheet=locked.sheet, heading=fold(heading), defaults={"column": column}
            )
    enqueue("spreadsheets.check", requested_by=actor.person, upload=locked.pk)
    record(actor=actor, verb="spreadsheets.matched", about=locked)


@transaction.atomic
def bring_in(*, actor: Actor, upload: Upload, with_alike: bool = False) -> None:
    """Have the rows done as they were looked through; ``with_alike``: those like others too, as new ones."""
    locked = _locked(upload)
    if locked.state != State.CHECKED:
        raise ActionRefused(_("This file has been brought in already, or is at work just now."))
    locked.state, locked.with_alike, locked.by = State.DOING, with_alike, actor.person
    locked.save(update_fields=["state", "with_alike", "by"])
    enqueue("spreadsheets.bring_in", requested_by=actor.person, upload=locked.pk)
    record(actor=actor, verb="spreadsheets.brought_in", about=locked)


@transaction.atomic
def undo(*, actor: Actor, upload: Upload) -> None:
    """Have what the rows did taken back, for a day. What somebody has built on since stays, and says so."""
    locked = _locked(upload)
    if not locked.may_be_undone:
        raise ActionRefused(_("This can be undone for one day after it was brought in, and once."))
    locked.state, locked.by = State.UNDOING, actor.person
    locked.save(update_fields=["state", "by"])
    enqueue("spreadsheets.undo", requested_by=actor.person, upload=locked.pk)
    record(actor=actor, verb="spreadsheets.undone", about=locked)


@transaction.atomic
def give_out(*, actor: Actor, sheet: type[Sheet], form: str) -> None:
    """Leave a line that a table was given out: it may hold what people trusted the network with."""
    record(
        actor=actor, verb="spreadsheets.given_out", about=GivenOut.objects.create(sheet=sheet.code, form=form)
    )


def _locked(upload: Upload) -> Upload:
    return Upload.objects.select_for_update().get(pk=upload.pk)
