"""What other rooms tell this one: the tables that can be brought in and given out."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from copronet.common_ground.journal.actions import Actor

    from .choices import Column, Done, Verdict

Said = Mapping[str, str]  # what a row says, by the code of its column; only columns that are there


class Sheet:
    """One table: its columns, what a row would do, doing it, and undoing it.

    An instance lives as long as one task, so it may keep what it has looked up. Empty cells say nothing: they
    leave a record as it is.
    """

    code: ClassVar[str]
    title: "ClassVar[str | _StrPromise]"
    permission: ClassVar[str]
    columns: "ClassVar[tuple[Column, ...]]"
    # Without one of these there is nothing to bring in.
    needs: ClassVar[tuple[str, ...]]

    def identity(self, said: Said) -> str:
        """What two rows of one file must not share; empty where a row has nothing of the kind."""
        raise NotImplementedError

    def kept(self, said: Said) -> dict[str, str]:
        """The cells of a row as they may be kept until it is cleared away; others take the place of the file's own."""
        return dict(said)

    def judge(self, said: Said) -> "Verdict":
        """What bringing this row in would do, and why; changes nothing."""
        raise NotImplementedError

    def carry_out(self, *, actor: "Actor", said: Said, verdict: "Verdict") -> "Done":
        """Do what was judged, by the room's own actions. May raise `ActionRefused` or ValidationError."""
        raise NotImplementedError

    def take_back(self, *, actor: "Actor", done: "Done") -> None:
        """Undo it; raises `ActionRefused` where somebody has built on it since."""
        raise NotImplementedError

    def rows(self) -> Iterator[dict[str, Any]]:
        """All there is, by the codes of the columns, to be given out."""
        raise NotImplementedError


_sheets: dict[str, type[Sheet]] = {}


def add_sheet(sheet: type[Sheet]) -> None:
    """Offer a table. Its code never changes once used."""
    _sheets[sheet.code] = sheet


def sheet(code: str) -> type[Sheet]:
    """The table of that code; KeyError where no room registered it."""
    return _sheets[code]


def sheets() -> list[type[Sheet]]:
    return list(_sheets.values())
