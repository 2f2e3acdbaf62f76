"""The seven health boards and the 22 principal areas."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair


class HealthBoard(models.Model):
    code = models.CharField(_("Code"), max_length=9, primary_key=True)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=100)
    name = Both()

    class Meta:
        constraints = [one_language("name")]

    def __str__(self) -> str:
        return str(self.name)


class Area(models.Model):
    """A principal area, by its public code. ``column`` and ``row`` place its tile on the map."""

    code = models.CharField(_("Code"), max_length=9, primary_key=True)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=100)
    name = Both()
    # What fits on a tile of the map.
    short_cy, short_en = pair(models.CharField, _("Short name"), max_length=10)
    short = Both()
    health_board = models.ForeignKey(
        HealthBoard, models.PROTECT, related_name="areas", verbose_name=_("Health board")
    )
    column = models.PositiveSmallIntegerField()
    row = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            one_language("name"),
            models.UniqueConstraint(name="places_area_tile_once", fields=["column", "row"]),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Population(models.Model):
    """How many people live in an area in a year, from a source that can be named; or, as an example, made up."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="populations")
    year = models.PositiveSmallIntegerField(_("Year"))
    people = models.PositiveIntegerField(_("People"))
    source = models.CharField(_("Source"), max_length=200)
    is_example = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(name="places_population_once", fields=["area", "year"])]

    def __str__(self) -> str:
        return f"{self.area}, {self.year}: {self.people}"
