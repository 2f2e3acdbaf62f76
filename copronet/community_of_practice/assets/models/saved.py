"""A view of the map that somebody has given a name and a short address."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.models.order import EnglishSortKeyField, SortKeyField


class SavedView(models.Model):
    """A name for a choice of facets. ``facets`` holds what was chosen, as it stands in an address."""

    code = models.SlugField(max_length=60, unique=True, editable=False)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=120)
    name = Both()
    facets = models.JSONField(default=dict, editable=False)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, editable=False, related_name="+")
    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = EnglishSortKeyField("name_en", "name_cy")
    added_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [one_language("name")]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("assets:saved_view", args=[self.code])
