"""What other rooms tell this one: steps of joining, and which deeds show that a member takes part."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from copronet.common_ground.journal.actions import Actor

    from .models import Membership


class StepForm(Protocol):
    """A Django form about one membership; ``take`` writes what a valid one holds."""

    def is_valid(self) -> bool: ...

    def take(self, actor: "Actor") -> None: ...


# What was told, as people read it: what was asked, and no line, one, or several.
Told = list[tuple[Any, list[Any]]]


def _nothing_to_read(_membership: "Membership", _reader: Any) -> Told:
    return []


@dataclass(frozen=True)
class Step:
    """One page of joining; on paper, one part of the form."""

    code: str
    title: "str | _StrPromise"
    lead: "str | _StrPromise"
    order: int
    form: "Callable[..., Any]"
    is_done: "Callable[[Membership], bool]"
    is_asked: "Callable[[Membership], bool]"
    before: str
    permission: str
    told: "Callable[[Membership, Any], Told]"


_steps: dict[str, Step] = {}
_qualifying: "dict[str, str | _StrPromise]" = {}


def add_step(
    code: str,
    *,
    title: "str | _StrPromise",
    lead: "str | _StrPromise",
    order: int,
    form: "Callable[..., Any]",
    is_done: "Callable[[Membership], bool]",
    is_asked: "Callable[[Membership], bool]" = lambda _membership: True,
    before: str = "",
    permission: str = "members.fill_in",
    told: "Callable[[Membership, Any], Told]" = _nothing_to_read,
) -> None:
    """Ask for something when people join. Steps stand in ``order``; this room's own are 10, 20, 30 and so on.

    ``form(membership=…, **options)`` makes a `StepForm`, ``options`` being those of any Django form.
    ``is_done`` says whether what is asked for is there; ``is_asked`` leaves the step out for those whom it
    does not concern; ``before`` is a template with what is to be read first; ``permission`` is asked about the
    membership of whoever would fill it in; ``told(membership, reader)`` gives what was told there, as far as that
    reader may know it.
    """
    _steps[code] = Step(code, title, lead, order, form, is_done, is_asked, before, permission, told)


def steps_for(membership: "Membership") -> list[Step]:
    """The steps that concern this membership, in their order."""
    asked = [step for step in _steps.values() if step.is_asked(membership)]
    return sorted(asked, key=lambda step: step.order)


def missing_steps(membership: "Membership") -> list[Step]:
    """What has still to be filled in before the membership can be sent."""
    return [step for step in steps_for(membership) if not step.is_done(membership)]


def add_qualifying(verb: str, meaning: "str | _StrPromise") -> None:
    """A deed that may count towards being active; which of them do is for the members to set."""
    _qualifying[verb] = meaning


def qualifying() -> "dict[str, str | _StrPromise]":
    return dict(_qualifying)
