"""An asset-mapping event: people in a room write cards, and somebody types them in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models import Person
from copronet.common_ground.places.models import Area


class MappingEvent(models.Model):
    """An event where cards are filled in. Its code stands on each card, before the card's number."""

    code = models.CharField(max_length=4, unique=True, editable=False)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    held_on = models.DateField(_("When"))
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Area")
    )
    cards = models.PositiveSmallIntegerField(_("How many cards"), default=40)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("asset-mapping event")
        verbose_name_plural = _("asset-mapping events")
        constraints = [
            one_language("name"),
            models.CheckConstraint(
                name="assets_event_some_cards", condition=models.Q(cards__gte=1, cards__lte=500)
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)
