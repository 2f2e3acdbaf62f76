"""From what a plan file says to the parts that are loaded: field by field, blanks made plain."""

from collections.abc import Iterable
from typing import Any

from copronet.governance.plan.actions import LoadedPart
from copronet.governance.plan.choices import StatementKind
from copronet.governance.plan.imports.nodes import LANGUAGES
from copronet.governance.plan.imports.reading import Record

STATEMENTS = {
    "conditions": StatementKind.CONDITION,
    "focus": StatementKind.FOCUS,
    "evidence_types": StatementKind.EVIDENCE_TYPE,
    "methods": StatementKind.METHOD,
}


def plan_part(found: Record) -> LoadedPart:
    """The plan itself."""
    values = _pairs(found, "name", "summary", "vision", "conditions_intro", "baseline")
    values |= {"years": found["years"]} | _said(found, "begins")
    return LoadedPart("plan", found["code"], values)


def parts(found: Record) -> list[LoadedPart]:
    """Everything in the plan, each after what it rests on."""
    budget = found.get("budget") or {}
    return [
        *_statements(found),
        *_each(found, "outcomes", "outcome", _outcome),
        *_each(found, "year_outcomes", "year outcome", _year_outcome),
        *_each(found, "areas", "area", _area),
        *_each(found, "activities", "activity", _activity),
        *_each(found, "indicators", "indicator", _indicator),
        *_each(found, "links", "link", _link),
        *_each(budget, "headings", "heading", _heading),
        *_each(budget, "by_year", "year line", _year_line),
        *_each(budget, "by_outcome", "outcome line", _outcome_line),
        *_each(found, "notes", "note", _note),
    ]


def _each(found: dict[str, Any], key: str, kind: str, read: Any) -> Iterable[LoadedPart]:
    for position, record in enumerate(found.get(key) or [], start=1):
        values, links = read(record)
        yield LoadedPart(kind, record["code"], {"position": position, **values}, links)


def _statements(found: Record) -> Iterable[LoadedPart]:
    for key, kind in STATEMENTS.items():
        for position, record in enumerate(found.get(key) or [], start=1):
            values = {"position": position, "kind": kind.value, **_pairs(record, "name", "text")}
            yield LoadedPart("statement", record["code"], values)


Fields = tuple[dict[str, Any], dict[str, list[str]]]


def _outcome(record: Record) -> Fields:
    return _pairs(record, "name", "text"), {}


def _year_outcome(record: Record) -> Fields:
    return {"year": record["year"], **_pairs(record, "text")}, {}


def _area(record: Record) -> Fields:
    values = {"kind": record["kind"], "outcome": record.get("outcome"), **_pairs(record, "name")}
    return values | {"items": [dict(item) for item in record.get("items") or []]}, {}


def _activity(record: Record) -> Fields:
    values = {
        "number": record.get("number") or "",
        "year": record["when"],
        "owner_id": record["owner"],
        "refers_to": record.get("refers_to") or [],
        "quantities": [_quantity(quantity) for quantity in record.get("quantities") or []],
        **_pairs(record, "name", "text"),
        **_said(record, "state", "begins", "ends"),
    }
    return values, {"areas": record.get("areas") or []}


def _quantity(record: Record) -> dict[str, Any]:
    at_least = bool(record.get("at_least"))
    return {"number": record["number"], "at_least": at_least, **_pairs(record, "name")}


def _indicator(record: Record) -> Fields:
    values = {
        "outcome": record["outcome"],
        "kind": record["kind"],
        "each_year": "each_year" in record["measured"],
        "at_end": "end" in record["measured"],
        "targets": {str(year or "end"): value for year, value in record["targets"].items()},
        **_pairs(record, "unit", "name", "text"),
    }
    return values, {}


def _link(record: Record) -> Fields:
    values = {
        "stated": record["stated"],
        "causes": record.get("from") or [],
        "effects": record.get("to") or [],
        "direction": record.get("direction") or "forward",
        "section": record.get("section") or "",
        **_pairs(record, "text"),
    }
    return values, {}


def _heading(record: Record) -> Fields:
    return _pairs(record, "name"), {}


def _year_line(record: Record) -> Fields:
    values = {
        "role": record.get("role") or "line",
        "amounts": {str(year): amount for year, amount in (record.get("years") or {}).items()},
        **{name: record.get(name) for name in ("total", "vat", "other", "requested")},
        **_pairs(record, "name"),
    }
    return values, {"headings": record.get("headings") or []}


def _outcome_line(record: Record) -> Fields:
    values = {
        "role": record.get("role") or "line",
        "outcome": record.get("outcome"),
        "years": record.get("years") or [],
        "amounts": dict(record.get("amounts") or {}),
        **{name: record.get(name) for name in ("total", "match")},
        **_pairs(record, "name", "text", "timing"),
    }
    return values, {}


def _note(record: Record) -> Fields:
    slips = [dict(slip) for slip in record.get("slips") or []]
    return {"kind": record["kind"], "about": record["about"], "slips": slips, **_pairs(record, "text")}, {}


def _pairs(record: dict[str, Any], *names: str) -> dict[str, str]:
    found = {name: record.get(name) or {} for name in names}
    return {
        f"{name}_{language}": sides.get(language, "")
        for name, sides in found.items()
        for language in LANGUAGES
    }


def _said(record: dict[str, Any], *names: str) -> dict[str, Any]:
    """Only what the file says: left unsaid, these stay as people have set them here."""
    return {name: record[name] for name in names if record.get(name) is not None}
