"""Made-up populations for the demonstration, labelled as an example."""

from .imports import POPULATION_COLUMNS, load_population
from .models import Area, Population

YEAR = 2025
SOURCE = "Enghraifft, nid ffigurau go iawn / An example, not real figures"


def load() -> None:
    """Round numbers that nobody takes for real; where there is any population already, do nothing."""
    if Population.objects.exists():
        return
    lines = [",".join(POPULATION_COLUMNS)]
    for place, code in enumerate(Area.objects.order_by("code").values_list("code", flat=True)):
        lines.append(
            f"{code},{YEAR},{60_000 + 20_000 * (place * 7 % 11)},{SOURCE}".replace(SOURCE, f'"{SOURCE}"')
        )
    load_population(lines, is_example=True)
