"""Searches that people keep, and counts of what is sought."""

from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.search.choices import FACETS

from .choices import SHOWN_FROM


class SavedSearch(models.Model):
    """What somebody wants to hear of once a week: words, what narrows them down, and a name of their own.

    ``told_up_to`` is the number of the newest document when they were last told; ``looked_on`` that day.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("Name"), max_length=80)
    words = models.CharField(_("Words"), max_length=300)
    kind = models.CharField(max_length=100, blank=True)
    area = models.CharField(max_length=9, blank=True)
    theme = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=2, blank=True)
    year = models.CharField(max_length=4, blank=True)
    told_up_to = models.PositiveBigIntegerField(default=0)
    looked_on = models.DateField(default=timezone.localdate)
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints = [
            models.UniqueConstraint(name="seeking_search_once", fields=["person", "words", *FACETS]),
            models.CheckConstraint(
                name="seeking_search_says_something", condition=~Q(words="") & ~Q(name="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def facets(self) -> dict[str, str]:
        return {facet: value for facet in FACETS if (value := getattr(self, facet))}

    @property
    def address(self) -> str:
        """Where the search is made anew, in the reader's language."""
        return f"{reverse('front:search')}?{urlencode({'words': self.words, **self.facets})}"


class Sought(models.Model):
    """How often the same words were sought in one language in one week, and whether they found anything.

    No name, no address, no session, no time. ``digest`` stands for the words, by the site's own secret; the
    words themselves are here only once they were sought so often that they are hardly somebody's name.
    """

    digest = models.CharField(max_length=32)
    words = models.CharField(_("Words"), max_length=100, blank=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language)
    week = models.DateField()  # its Monday
    found = models.BooleanField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="seeking_sought_once", fields=["digest", "language", "week", "found"]
            ),
            models.CheckConstraint(
                name="seeking_sought_language_known", condition=Q(language__in=Language.values)
            ),
        ]
        indexes = [models.Index(fields=["week"], name="seeking_sought_week")]

    def __str__(self) -> str:
        return self.words or _("words sought fewer than %(number)s times") % {"number": SHOWN_FROM}
