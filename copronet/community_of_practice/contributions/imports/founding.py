"""The example bands and the plan's match, brought into the database."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.utils import timezone

from copronet.community_of_practice.contributions.choices import (
    BANDS,
    EXAMPLE_CY,
    EXAMPLE_EN,
    TARGETS,
    TARGETS_FROM_CY,
    TARGETS_FROM_EN,
)


def bring_in_founding(*, using: str, apps: Apps = installed, **_signal: Any) -> None:
    """Make the example bands where there is none yet, and the targets that are missing; change nothing.

    Runs after each migration and each emptied test database.
    """
    try:
        bands, targets = (apps.get_model("contributions", name) for name in ("Band", "MatchTarget"))
    except LookupError:  # migrated back to before these tables
        return
    _found_bands(bands._base_manager.using(using))
    _found_targets(targets._base_manager.using(using))


def _found_bands(bands: Any) -> None:
    if bands.exists():
        return
    bands.bulk_create(
        bands.model(
            name_cy=band.name_cy,
            name_en=band.name_en,
            about_cy=EXAMPLE_CY,
            about_en=EXAMPLE_EN,
            for_whom=band.for_whom,
            suggested_pence=band.suggested_pence,
            lowest_pence=band.lowest_pence,
            suggested_minutes=band.suggested_minutes,
            lowest_minutes=band.lowest_minutes,
            gift_aid=band.gift_aid,
            place=place,
            begins=timezone.localdate(),
        )
        for place, band in enumerate(BANDS)
    )


def _found_targets(targets: Any) -> None:
    there = set(targets.values_list("given_by", flat=True))
    targets.bulk_create(
        targets.model(
            given_by=target.given_by,
            value=target.value,
            source_cy=TARGETS_FROM_CY,
            source_en=TARGETS_FROM_EN,
        )
        for target in TARGETS
        if target.given_by not in there
    )
