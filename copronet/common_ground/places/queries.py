"""Reading the areas."""

from django.db.models import QuerySet

from .models import Area, Population


def areas_by_board() -> QuerySet[Area]:
    """Every area with its health board, north to south, the areas of one board together."""
    return Area.objects.select_related("health_board").order_by("health_board_id", "row", "column")


def population_by_area() -> dict[str, Population]:
    """The latest population of each area, by its code; areas that nobody has loaded are left out."""
    latest = Population.objects.select_related("area").order_by("year")
    return {population.area_id: population for population in latest}
