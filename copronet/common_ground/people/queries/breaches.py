"""The register of data breaches."""

from django.db.models import F, QuerySet

from copronet.common_ground.people.models import Breach


def breaches_in_order() -> QuerySet[Breach]:
    """Every breach: the open ones first, the latest found before the others; then the latest closed."""
    return Breach.objects.order_by(F("closed_at").desc(nulls_first=True), "-found_at", "-id")


def open_breaches() -> QuerySet[Breach]:
    """Those not closed yet, the one found first at the top: its 72 hours end first."""
    return Breach.objects.filter(closed_at__isnull=True).order_by("found_at", "id")
