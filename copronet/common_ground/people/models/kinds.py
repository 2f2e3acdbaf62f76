"""What kinds of organisation there are, and the sectors that breadth is watched by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair

from .order import SortKeyField


class Sector(models.Model):
    """Several kinds of organisation together."""

    code = models.SlugField(max_length=40, primary_key=True, editable=False)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=100)
    name = Both()
    place = models.PositiveSmallIntegerField(_("Place in the list"), default=100)

    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = SortKeyField("name_en", "name_cy")

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        constraints = [one_language("name")]

    def __str__(self) -> str:
        return str(self.name)


class OrganisationKind(models.Model):
    """What an organisation is. One that is no longer offered stays with those that have it."""

    code = models.SlugField(max_length=40, primary_key=True, editable=False)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=100)
    name = Both()
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="kinds", verbose_name=_("Sector"))
    place = models.PositiveSmallIntegerField(_("Place in the list"), default=100)
    is_offered = models.BooleanField(_("Organisations can choose it"), default=True)

    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = SortKeyField("name_en", "name_cy")

    class Meta:
        verbose_name = _("kind of organisation")
        verbose_name_plural = _("kinds of organisation")
        constraints = [one_language("name")]

    def __str__(self) -> str:
        return str(self.name)
