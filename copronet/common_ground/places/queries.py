"""Reading the areas."""

from django.db.models import QuerySet

from .models import Area


def areas_by_board() -> QuerySet[Area]:
    """Every area with its health board, north to south, the areas of one board together."""
    return Area.objects.select_related("health_board").order_by("health_board_id", "row", "column")
