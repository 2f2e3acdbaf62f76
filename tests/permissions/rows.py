"""How a row of the grid is written. The rows themselves stand in `grid/`, one module for each room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .roles import ROLES

Answer = int | str
SIGN_IN = "sign in"  # sent to the sign-in page


@dataclass(frozen=True)
class Row:
    """Who gets what from one address. ``at`` makes the object and gives the arguments of its address."""

    answers: Mapping[str, Answer]
    at: Callable[[], Mapping[str, Any]] = dict
    post: Mapping[str, Any] | None = None  # what a deed sends; None: the page is only looked at
    grows: Callable[[], object] | None = None  # makes one more of what the page lists
    queries: int | None = None  # how often a page that grows asks the database at most

    def reader(self) -> str:
        """A role that may read the page, the plainest first; empty where nobody may."""
        plainest = ("anonymous", "member", "network_director", "translator", *self.answers)
        return next((role for role in plainest if self.answers.get(role) == 200), "")


def page(
    everyone: Answer | None = None,
    *,
    at: Callable[[], Mapping[str, Any]] = dict,
    grows: Callable[[], object] | None = None,
    queries: int | None = None,
    **answers: Answer,
) -> Row:
    """A page to look at: ``page(200)``, ``page(404, anonymous=SIGN_IN, network_director=200)``.

    The number is what everybody gets who is not named; a name is one of `roles.ROLES`, or ``staff``.
    A page that lists something says what makes one more (``grows=PersonFactory``), and may say what it asks.
    """
    return Row(_spread(everyone, answers), at, grows=grows, queries=queries)


def deed(
    everyone: Answer | None = None,
    *,
    at: Callable[[], Mapping[str, Any]] = dict,
    sends: Mapping[str, Any] | None = None,
    **answers: Answer,
) -> Row:
    """The same for something done by POST. Where the answer is a refusal, nothing may reach the journal."""
    return Row(_spread(everyone, answers), at, sends or {})


def _spread(everyone: Answer | None, answers: dict[str, Answer]) -> dict[str, Answer]:
    if "staff" in answers:
        staff = answers.pop("staff")
        answers = {"network_director": staff, "network_coordinator": staff, **answers}
    unknown = answers.keys() - ROLES.keys()
    if unknown or (everyone is None and answers.keys() != ROLES.keys()):
        raise ValueError(f"Not a role: {unknown}. Without an answer: {ROLES.keys() - answers.keys()}")
    return {role: answers.get(role, everyone) for role in ROLES}  # type: ignore[misc]
