"""Bringing the public facts into the database, as often as one likes."""

from dataclasses import asdict
from typing import Any

from django.apps.registry import Apps
from django.apps.registry import apps as installed
from django.db.models import Model

from .choices import AREAS, HEALTH_BOARDS


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
