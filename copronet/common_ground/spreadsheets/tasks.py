"""In the background: look through a file's rows, do them, undo them; and clear away what is over."""

from collections.abc import Callable

from copronet.common_ground.work.actions import Progress

from .actions import carry_out_some, check_some, clear_old_rows, finish, take_back_some
from .choices import State
from .models import Upload
from .registry import Sheet


def check(upload: int, progress: Progress) -> None:
    seen: dict[str, int] = {}
    _through(
        upload,
        progress,
        lambda file, sheet: check_some(file, sheet, seen),
        was=State.CHECKING,
        becomes=State.CHECKED,
    )


def bring_in(upload: int, progress: Progress) -> None:
    _through(upload, progress, carry_out_some, was=State.DOING, becomes=State.DONE)


def undo(upload: int, progress: Progress) -> None:
    _through(upload, progress, take_back_some, was=State.UNDOING, becomes=State.UNDONE)


def clear() -> None:
    clear_old_rows()


def _through(
    key: int, progress: Progress, some: Callable[[Upload, Sheet], int], *, was: State, becomes: State
) -> None:
    """Some rows at a time until there are none: a task that is run again goes on where the last one stopped."""
    upload = Upload.objects.select_related("by").get(pk=key)
    sheet = upload.kind()
    progress.begin(upload.rows.count())
    while count := some(upload, sheet):
        progress.step(count)
    finish(upload, was=was, becomes=becomes)
