"""Notes at the foot of a page, numbered in the order the page meets them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from copronet.governance.plan.models import Note, Plan


@dataclass
class Footnotes:
    """The notes of one page. Asking for the marks of a code puts its notes on the page."""

    notes: list[Note]
    shown: list[Note] = field(default_factory=list)

    def marks(self, *codes: str) -> list[tuple[int, Note]]:
        """The notes about any of these codes, each with its number on this page."""
        found = [note for note in self.notes if set(codes) & set(note.about)]
        self.shown += [note for note in found if note not in self.shown]
        return [(self.shown.index(note) + 1, note) for note in found]


def footnotes(plan: Plan, codes: Iterable[str] = ()) -> Footnotes:
    """A plan's notes, ready for a page; those about ``codes`` are on it from the start, in that order."""
    found = Footnotes(list(Note.objects.filter(plan=plan)))
    for code in codes:
        found.marks(code)
    return found
