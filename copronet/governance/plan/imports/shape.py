"""The shape of a plan file: which keys stand where, and what each may hold.

``docs/plan-format.md`` says the same in words, and a test holds the two together.
"""

from copronet.governance.plan.imports import nodes
from copronet.governance.plan.imports.nodes import items, may, needs, pair, record, some, table

FORMAT = "copronet plan 1"
GROUPS = ("vision", "conditions", "outcomes", "year outcomes", "activities", "owners", "indicators")
NAME, TEXT = 200, 2000

STATES = {"planned": "planned", "under way": "under_way", "done": "done", "stopped": "stopped"}
AREA_KINDS = {"key activities": "key_activities", "work": "work"}
INDICATOR_KINDS = {"count": "count", "percent": "percent"}
MEASURED = {"each year": "each_year", "end": "end"}
DIRECTIONS = {"forward": "forward", "both ways": "both_ways"}
NOTE_KINDS = {"slip": "slip", "unclear": "unclear", "reading": "reading"}
ROLES = {
    "line": "line",
    "subtotal": "subtotal",
    "in kind": "in_kind",
    "addition": "addition",
    "total": "total",
}
YES_NO = {"true": True, "false": False}

statement = record(code=needs(nodes.code("statement")), text=needs(pair(TEXT)))
named = record(code=needs(nodes.code("statement")), name=needs(pair(NAME)))
method = record(code=needs(nodes.code("statement")), name=needs(pair(NAME)), text=needs(pair(TEXT)))
outcome = record(code=needs(nodes.code("outcome")), name=needs(pair(NAME)), text=needs(pair(TEXT)))
year_outcome = record(code=needs(nodes.code("year outcome")), year=needs(nodes.year), text=needs(pair(TEXT)))
area = record(
    code=needs(nodes.code("area")),
    kind=needs(nodes.choice(AREA_KINDS)),
    outcome=may(nodes.reference("outcome")),
    name=needs(pair(NAME)),
    items=may(items(pair(NAME))),
)
quantity = record(
    number=needs(nodes.number),
    at_least=may(nodes.choice(YES_NO)),
    name=needs(pair(NAME)),
)
activity = record(
    code=needs(nodes.code("activity")),
    number=may(nodes.text(10)),
    when=needs(nodes.year_or("ongoing")),
    state=may(nodes.choice(STATES)),
    begins=may(nodes.date),
    ends=may(nodes.date),
    owner=needs(nodes.office),
    areas=may(items(nodes.reference("area"))),
    refers_to=may(items(nodes.reference("activity"))),
    name=needs(pair(NAME)),
    text=needs(pair(TEXT)),
    quantities=may(items(quantity)),
)
indicator = record(
    code=needs(nodes.code("indicator")),
    outcome=needs(nodes.reference("outcome")),
    kind=needs(nodes.choice(INDICATOR_KINDS)),
    measured=needs(some(nodes.choice(MEASURED))),
    targets=needs(table(nodes.year_or("end"), nodes.number)),
    unit=needs(pair(NAME)),
    name=needs(pair(NAME)),
    text=needs(pair(TEXT)),
)
link = record(
    **{
        "code": needs(nodes.code("link")),
        "stated": needs(nodes.choice(YES_NO)),
        "from": may(items(nodes.reference(groups=GROUPS))),
        "to": may(items(nodes.reference(groups=GROUPS))),
        "direction": may(nodes.choice(DIRECTIONS)),
        "section": may(nodes.text(20)),
        "text": needs(pair(TEXT)),
    }
)
heading = record(code=needs(nodes.code("heading")), name=needs(pair(NAME)))
year_line = record(
    code=needs(nodes.code("line")),
    role=may(nodes.choice(ROLES)),
    name=needs(pair(NAME)),
    headings=may(items(nodes.reference("heading"))),
    years=may(table(nodes.year, nodes.number)),
    total=may(nodes.number),
    vat=may(nodes.number),
    other=may(nodes.number),
    requested=may(nodes.number),
)
outcome_line = record(
    code=needs(nodes.code("line")),
    role=may(nodes.choice(ROLES)),
    outcome=may(nodes.reference("outcome")),
    name=needs(pair(NAME)),
    text=may(pair(TEXT)),
    timing=may(pair(NAME)),
    years=may(items(nodes.year)),
    amounts=may(table(nodes.reference("heading"), nodes.number)),
    total=may(nodes.number),
    match=may(nodes.number),
)
budget = record(
    headings=needs(items(heading)),
    by_year=needs(items(year_line)),
    by_outcome=needs(items(outcome_line)),
)
slip = record(
    code=needs(nodes.reference("line")),
    adding=needs(nodes.text(40)),
    printed=needs(nodes.number),
    comes_to=needs(nodes.number),
)
note = record(
    code=needs(nodes.code("note")),
    kind=needs(nodes.choice(NOTE_KINDS)),
    about=needs(some(nodes.reference(groups=GROUPS))),
    slips=may(items(slip)),
    text=needs(pair(TEXT)),
)

plan = record(
    format=needs(nodes.choice({FORMAT: FORMAT})),
    code=needs(nodes.code("plan")),
    years=needs(nodes.number),
    begins=may(nodes.date),
    name=needs(pair(NAME)),
    summary=needs(pair(TEXT)),
    vision=needs(pair(TEXT)),
    conditions_intro=may(pair(TEXT)),
    conditions=may(items(statement)),
    focus=may(items(named)),
    outcomes=needs(some(outcome)),
    year_outcomes=may(items(year_outcome)),
    areas=may(items(area)),
    activities=needs(some(activity)),
    indicators=may(items(indicator)),
    baseline=may(pair(TEXT)),
    evidence_types=may(items(named)),
    methods=may(items(method)),
    links=may(items(link)),
    budget=may(budget),
    notes=may(items(note)),
)
