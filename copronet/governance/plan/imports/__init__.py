"""A plan file comes in: read whole, every fault gathered with its line, nothing guessed."""

from collections.abc import Iterable
from typing import Any

import yaml
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Office
from copronet.governance.plan.actions import Loaded, load_plan
from copronet.governance.plan.imports import shape
from copronet.governance.plan.imports.parts import parts, plan_part
from copronet.governance.plan.imports.reading import Fault, Reading, Record
from copronet.governance.plan.imports.sums import check_sums

MOST_YEARS = 10
KINDS = {
    "plan": _lazy("plan"),
    "statement": _lazy("statement"),
    "outcome": _lazy("outcome"),
    "year outcome": _lazy("year outcome"),
    "area": _lazy("area of work"),
    "activity": _lazy("activity"),
    "indicator": _lazy("indicator"),
    "link": _lazy("link"),
    "heading": _lazy("budget heading"),
    "line": _lazy("budget line"),
    "note": _lazy("note"),
}


class PlanFileRefused(Exception):
    """The file is refused whole. ``faults`` holds each fault with its line, in order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(f"{fault.line}: {fault.sentence}" for fault in self.faults))


def load_plan_file(words: str, *, actor: Actor) -> Loaded:
    """Read a plan file and load it. Nothing is written when anything is wrong.

    Raises PlanFileRefused with every fault, or ActionRefused when the plan held here stands against it.
    """
    found = read_plan(words, offices=frozenset(Office.objects.values_list("code", flat=True)))
    return load_plan(actor=actor, plan=plan_part(found), parts=parts(found))


def read_plan(words: str, *, offices: frozenset[str] | None = None) -> Record:
    """What a plan file says, checked whole against its format and against itself.

    ``offices`` are the codes of the offices that may own an activity; None leaves them unasked.
    Raises PlanFileRefused with every fault found.
    """
    reading = Reading()
    found = shape.plan(reading, _root(words))
    if isinstance(found, Record):
        _check_years(reading, found)
        _check_references(reading)
        _check_offices(reading, offices)
        _check_targets(reading, found)
        _check_days(reading, found)
        if not reading.faults and found.get("budget"):
            check_sums(reading, found["budget"], found.get("notes") or [])
    if reading.faults or not isinstance(found, Record):
        raise PlanFileRefused(reading.faults)
    return found


def _root(words: str) -> yaml.Node:
    try:
        root = yaml.compose(words, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise PlanFileRefused([_not_yaml(mark.line + 1 if mark else 1)]) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise PlanFileRefused([_not_yaml(1)]) from error
    if root is None:
        raise PlanFileRefused([Fault(1, _("The file is empty."))])
    return root


def _not_yaml(line: int) -> Fault:
    sentence = _("The file cannot be read as YAML from here on. Look at indents and quotes.")
    return Fault(line, sentence)


def _check_years(reading: Reading, found: Record) -> None:
    years = found.get("years")
    if not isinstance(years, int):
        return
    if not 1 <= years <= MOST_YEARS:
        sentence = _("A plan lasts from 1 to %(most)d years.")
        reading.fault(found.lines["years"], sentence % {"most": MOST_YEARS})
    for year, line in reading.years:
        if not 1 <= year <= years:
            sentence = _("Year %(year)d is outside this plan. Its years are 1 to %(years)d.")
            reading.fault(line, sentence % {"year": year, "years": years})


def _check_references(reading: Reading) -> None:
    for kinds, code, line in reading.references:
        kind = reading.codes.get(code, (None, 0))[0]
        if kind is None:
            sentence = _("Nothing in this file has the code %(code)s.")
            reading.fault(line, sentence % {"code": code})
        elif kinds and kind not in kinds:
            sentence = _("The code %(code)s stands for something of another kind: %(kind)s.")
            reading.fault(line, sentence % {"code": code, "kind": KINDS[kind]})


def _check_offices(reading: Reading, offices: frozenset[str] | None) -> None:
    if offices is None:
        return
    for code, line in reading.offices:
        if code not in offices:
            sentence = _("The network has no office “%(code)s”. It has these: %(codes)s.")
            reading.fault(line, sentence % {"code": code, "codes": ", ".join(sorted(offices))})


def _check_targets(reading: Reading, found: Record) -> None:
    for indicator in found.get("indicators") or []:
        for value in _percentages(indicator):
            if value > 100:
                sentence = _("%(value)d per cent is more than the whole.")
                reading.fault(indicator.lines["targets"], sentence % {"value": value})


def _percentages(indicator: Record) -> Iterable[Any]:
    if indicator.get("kind") != "percent":
        return []
    return (indicator.get("targets") or {}).values()


def _check_days(reading: Reading, found: Record) -> None:
    for activity in found.get("activities") or []:
        begins, ends = activity.get("begins"), activity.get("ends")
        if begins and ends and ends < begins:
            reading.fault(activity.lines["ends"], _("The last day is before the first day."))
