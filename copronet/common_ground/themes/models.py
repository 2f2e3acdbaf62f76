"""Themes, and the words by which people know them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models.order import EnglishSortKeyField, SortKeyField

from .choices import LONGEST_TERM


class Theme(models.Model):
    """Something the network works on. Its code stands in addresses and never changes.

    A theme that is no longer offered stays with whatever carries it already.
    """

    code = models.SlugField(_("Code"), max_length=60, unique=True, editable=False)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=LONGEST_TERM)
    name = Both()
    about_cy, about_en = pair(models.TextField, _("What belongs here"), max_length=1000)
    about = Both()
    broader = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("Part of a broader theme"),
    )
    is_offered = models.BooleanField(_("Offered when people choose themes"), default=True)

    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = EnglishSortKeyField("name_en", "name_cy")

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            one_language("name"),
            models.CheckConstraint(
                name="themes_theme_not_broader_than_itself",
                condition=Q(broader__isnull=True) | ~Q(broader=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("themes:theme", args=[self.code])


class ThemeWord(models.Model):
    """Another word for a theme in one language, by which it is found."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="words")
    language = models.CharField(_("Language"), max_length=2, choices=Language)
    word = models.CharField(_("Word"), max_length=LONGEST_TERM)

    class Meta:
        verbose_name = _("word for a theme")
        verbose_name_plural = _("words for themes")
        constraints = [
            models.UniqueConstraint(name="themes_word_once", fields=["theme", "language", "word"]),
            models.CheckConstraint(
                name="themes_word_language_known", condition=Q(language__in=Language.values)
            ),
            models.CheckConstraint(name="themes_word_says_something", condition=~Q(word="")),
        ]

    def __str__(self) -> str:
        return self.word
