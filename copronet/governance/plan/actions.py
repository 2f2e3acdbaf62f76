"""Loading a plan: from what a file says, part by part, to the plan the network works to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record, save
from copronet.common_ground.search.actions import renew

from .models import (
    Activity,
    Area,
    Heading,
    Indicator,
    Link,
    LoadedFile,
    Note,
    Outcome,
    OutcomeLine,
    Plan,
    Statement,
    YearLine,
    YearOutcome,
)

MODELS: dict[str, type[models.Model]] = {
    "statement": Statement,
    "outcome": Outcome,
    "year outcome": YearOutcome,
    "area": Area,
    "activity": Activity,
    "indicator": Indicator,
    "link": Link,
    "heading": Heading,
    "year line": YearLine,
    "outcome line": OutcomeLine,
    "note": Note,
}


@dataclass(frozen=True)
class LoadedPart:
    """What a file says about one coded thing: plain values by field name, links as lists of codes."""

    kind: str
    code: str
    values: dict[str, Any]
    links: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Loaded:
    """What loading a file did, by codes."""

    created: tuple[str, ...]
    changed: tuple[str, ...]


Contents = dict[str, dict[str, Any]]


@transaction.atomic
def load_plan(*, actor: Actor, plan: LoadedPart, parts: Sequence[LoadedPart]) -> Loaded:
    """Make the plan in the database say what the file says, and make it the plan the network works to.

    A file loaded before changes only what it now says differently from last time, so that what was
    edited here since stands. Refuses a file that leaves out a code loaded before: nothing of a plan
    is thrown away.
    """
    kept, before = _last_loaded(plan.code)
    _refuse_gaps(before, (plan, *parts))
    created: list[str] = []
    changed: list[str] = []
    held = _load_plan_itself(actor, kept, plan, before.get(plan.code))
    for part in parts:
        if _load_part(actor, held, part, before.get(part.code)):
            (changed if part.code in before else created).append(part.code)
    contents = {part.code: {**part.values, **part.links} for part in (plan, *parts)}
    if contents != before or not held.is_current:
        _finish(actor, held, contents)
    if plan.code in before and contents[plan.code] != before[plan.code]:
        changed.insert(0, plan.code)
    return Loaded(tuple(created), tuple(changed))


def _last_loaded(code: str) -> tuple[Plan | None, Contents]:
    plan = Plan.objects.select_for_update().filter(code=code).first()
    loaded = LoadedFile.objects.filter(plan=plan).first() if plan else None
    return plan, dict(loaded.contents) if loaded else {}


def _refuse_gaps(before: Contents, parts: Sequence[LoadedPart]) -> None:
    left_out = before.keys() - {part.code for part in parts}
    if left_out:
        sentence = _(
            "This file leaves out codes that the plan already has: %(codes)s. Nothing of a plan is thrown"
            " away. Put them back; an activity that has ended can have the state “stopped”."
        )
        raise ActionRefused(sentence % {"codes": ", ".join(sorted(left_out))})


def _load_plan_itself(
    actor: Actor, kept: Plan | None, part: LoadedPart, before: dict[str, Any] | None
) -> Plan:
    plan = kept or Plan(code=part.code)
    if kept is None or _differs(part, before):
        _set_values(plan, _news(part.values, before))
        save(actor=actor, verb="plan.part_loaded", content=plan)
    return plan


def _load_part(actor: Actor, plan: Plan, part: LoadedPart, before: dict[str, Any] | None) -> bool:
    if not _differs(part, before):
        return False
    model = MODELS[part.kind]
    content = model._default_manager.filter(plan=plan, code=part.code).first()
    if content is None:
        content, before = model(plan=plan, code=part.code), None
    _set_values(content, _resolved(plan, _news(part.values, before)))
    links = {name: _linked(content, plan, name, codes) for name, codes in _news(part.links, before).items()}
    save(actor=actor, verb="plan.part_loaded", content=content, links=links)
    return True


def _finish(actor: Actor, plan: Plan, contents: Contents) -> None:
    for earlier in Plan.objects.filter(is_current=True).exclude(pk=plan.pk):
        earlier.is_current = False
        save(actor=actor, verb="plan.replaced", content=earlier)
    if plan.is_current:
        record(actor=actor, verb="plan.loaded", about=plan)
    else:
        plan.is_current = True
        save(actor=actor, verb="plan.loaded", content=plan)
    LoadedFile.objects.update_or_create(plan=plan, defaults={"contents": contents})
    renew(Outcome, Activity, Indicator)  # only those of the plan in force are found


def _differs(part: LoadedPart, before: dict[str, Any] | None) -> bool:
    return before is None or {**part.values, **part.links} != before


def _news(values: dict[str, Any], before: dict[str, Any] | None) -> dict[str, Any]:
    """What is said now that was not said the same way last time."""
    if before is None:
        return dict(values)
    return {name: value for name, value in values.items() if name not in before or before[name] != value}


def _resolved(plan: Plan, values: dict[str, Any]) -> dict[str, Any]:
    """The same values, with the code of an outcome turned into the outcome."""
    if not values.get("outcome"):
        return values
    return {**values, "outcome": Outcome.objects.get(plan=plan, code=values["outcome"])}


def _set_values(content: models.Model, values: dict[str, Any]) -> None:
    for name, said in values.items():
        target = content._meta.get_field(name)
        if isinstance(target, models.Field) and not target.is_relation:
            setattr(content, name, target.to_python(said))
        else:
            setattr(content, name, said)


def _linked(content: models.Model, plan: Plan, name: str, codes: list[str]) -> list[Any]:
    model: Any = content._meta.get_field(name).related_model
    return list(model._default_manager.filter(plan=plan, code__in=codes))
