"""The founding decision brought into the database: offices, powers, wordings, kinds of organisation."""

from dataclasses import asdict
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.utils import timezone

from copronet.common_ground.people.choices import FOUNDING_CY, FOUNDING_EN, KINDS, OFFICES, SECTORS, WORDINGS


def bring_in_founding(*, using: str, apps: Apps = installed, **_signal: Any) -> None:
    """Add what is missing and change nothing that is there; a grant that was ended stays ended.

    Runs after each migration and each emptied test database.
    """
    try:
        offices, grants = apps.get_model("people", "Office"), apps.get_model("people", "Grant")
        wordings = apps.get_model("people", "ConsentWording")
    except LookupError:  # migrated back to before these tables
        return
    _found_offices(offices._base_manager.using(using))
    _found_grants(grants._base_manager.using(using))
    _found_wordings(wordings._base_manager.using(using))
    _found_kinds(using, apps)


def _found_offices(offices: Any) -> None:
    there = set(offices.values_list("code", flat=True))
    offices.bulk_create(
        offices.model(
            code=office.code,
            name_cy=office.name_cy,
            name_en=office.name_en,
            purpose_cy=office.purpose_cy,
            purpose_en=office.purpose_en,
            place=place,
        )
        for place, office in enumerate(OFFICES)
        if office.code not in there
    )


def _found_grants(grants: Any) -> None:
    once_given = set(grants.filter(office__isnull=False).values_list("office_id", "power"))
    grants.bulk_create(
        grants.model(
            power=power,
            office_id=office.code,
            begins=timezone.localdate(),
            decision_cy=FOUNDING_CY,
            decision_en=FOUNDING_EN,
        )
        for office in OFFICES
        for power in office.powers
        if (office.code, power) not in once_given
    )


def _found_kinds(using: str, apps: Apps) -> None:
    try:
        sectors, kinds = apps.get_model("people", "Sector"), apps.get_model("people", "OrganisationKind")
    except LookupError:  # migrated back to before these tables
        return
    _add_missing(sectors._base_manager.using(using), [asdict(facts) for facts in SECTORS])
    rows = [asdict(facts) for facts in KINDS]
    _add_missing(kinds._base_manager.using(using), [{"sector_id": row.pop("sector"), **row} for row in rows])


def _add_missing(records: Any, rows: list[dict[str, Any]]) -> None:
    there = set(records.values_list("code", flat=True))
    records.bulk_create(
        records.model(**row, place=place)
        for place, row in enumerate(rows, start=1)
        if row["code"] not in there
    )


def _found_wordings(wordings: Any) -> None:
    there = set(wordings.values_list("code", flat=True))
    wordings.bulk_create(
        wordings.model(
            code=wording.code,
            number=1,
            text_cy=wording.text_cy,
            text_en=wording.text_en,
            begins=timezone.localdate(),
        )
        for wording in WORDINGS
        if wording.code not in there
    )
