"""The founding wording of the principles, and the first rule of when a member counts as active."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.utils import timezone

from copronet.common_ground.people.choices import FOUNDING_CY, FOUNDING_EN
from copronet.community_of_practice.members.choices import ACTIVE_MONTHS, ACTIVE_VERBS, PRINCIPLES


def bring_in_founding(*, using: str, apps: Apps = installed, **_signal: Any) -> None:
    """Add what is missing and change nothing that is there. Runs after each migration."""
    try:
        principles, rules = apps.get_model("members", "Principles"), apps.get_model("members", "ActiveRule")
    except LookupError:  # migrated back to before these tables
        return
    today = timezone.localdate()
    principles._base_manager.using(using).get_or_create(
        number=1,
        defaults={"text_cy": PRINCIPLES.text_cy, "text_en": PRINCIPLES.text_en, "begins": today},
    )
    rules._base_manager.using(using).get_or_create(
        number=1,
        defaults={
            "months": ACTIVE_MONTHS,
            "verbs": list(ACTIVE_VERBS),
            "begins": today,
            "decision_cy": FOUNDING_CY,
            "decision_en": FOUNDING_EN,
        },
    )
