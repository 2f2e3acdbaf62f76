"""Bringing the public facts into the database, as often as one likes; and the population, from a file."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.apps.registry import Apps
from django.apps.registry import apps as installed
from django.db import transaction
from django.db.models import Model

from .choices import AREAS, HEALTH_BOARDS
from .models import Population

POPULATION_COLUMNS = ("area", "year", "people", "source")
MOST_PEOPLE = 10_000_000  # more than live in all of Wales is a slip


class FaultyFile(ValueError):
    """A file that cannot be taken as it is. ``faults``: each line's, in Welsh and in English."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@transaction.atomic
def load_population(lines: Iterable[str], *, is_example: bool = False) -> int:
    """Take in a CSV of populations, whole or not at all; how many rows.

    Columns: ``area`` (code, such as W06000015), ``year``, ``people`` (a whole number), ``source``. The figures of
    an area and a year that are there already are replaced, and examples give way to real ones. Raises `FaultyFile`.
    """
    rows = list(_populations(lines))
    if not is_example:
        Population.objects.filter(is_example=True).delete()
    Population.objects.bulk_create(
        (Population(is_example=is_example, **row) for row in rows),
        update_conflicts=True,
        unique_fields=["area", "year"],
        update_fields=["people", "source", "is_example"],
    )
    return len(rows)


def _populations(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows of the file; raises `FaultyFile` with every fault once all lines are read."""
    reader = csv.DictReader(lines)
    if set(POPULATION_COLUMNS) - set(reader.fieldnames or ()):
        columns = ", ".join(POPULATION_COLUMNS)
        raise FaultyFile([f"1: mae angen y colofnau / these columns are needed: {columns}"])
    faults: list[str] = []
    seen: set[tuple[str, str]] = set()
    rows = []
    for row in reader:
        found = [*_faults_of(row), *(["dwywaith / twice"] if (row["area"], row["year"]) in seen else [])]
        seen.add((row["area"], row["year"]))
        faults += [f"{reader.line_num}: {fault}" for fault in found]
        rows.append(row)
    if faults or not rows:
        raise FaultyFile(faults or ["2: dim rhesi / no rows"])
    for row in rows:
        year, people = int(row["year"]), int(row["people"])
        yield {"area_id": row["area"], "year": year, "people": people, "source": row["source"].strip()}


def _faults_of(row: dict[str, Any]) -> Iterator[str]:
    said = {name: (row.get(name) or "").strip() for name in POPULATION_COLUMNS}
    if said["area"] not in {facts.code for facts in AREAS}:
        yield f"area: nid yw'n god ardal / not the code of an area: {said['area']}"
    if not (said["year"].isdecimal() and 1900 <= int(said["year"]) <= 2200):
        yield f"year: nid yw'n flwyddyn / not a year: {said['year']}"
    if not (said["people"].isdecimal() and int(said["people"]) <= MOST_PEOPLE):
        yield f"people: nid yw'n rhif cyfan credadwy / not a believable whole number: {said['people']}"
    if not said["source"] or len(said["source"]) > 200:
        yield "source: dywedwch o ble / say where from (1-200)"


def bring_in_places(*, using: str, apps: Apps = installed, **_signal: Any) -> None:
    """Write the boards and areas as `choices` has them, whenever the database was migrated or emptied."""
    try:
        boards, areas = apps.get_model("places", "HealthBoard"), apps.get_model("places", "Area")
    except LookupError:  # migrated back to before these tables
        return
    _upsert(boards, using, [asdict(facts) for facts in HEALTH_BOARDS])
    _upsert(areas, using, [_area_fields(asdict(facts)) for facts in AREAS])


def _area_fields(facts: dict[str, Any]) -> dict[str, Any]:
    return {"health_board_id": facts.pop("health_board"), **facts}


def _upsert(model: type[Model], using: str, rows: list[dict[str, Any]]) -> None:
    """Insert or correct the rows; a column that the database does not have yet is left out."""
    columns = {field.attname for field in model._meta.concrete_fields}
    records = [model(**{name: value for name, value in row.items() if name in columns}) for row in rows]
    model._base_manager.using(using).bulk_create(
        records, update_conflicts=True, unique_fields=["code"], update_fields=sorted(columns - {"code"})
    )
