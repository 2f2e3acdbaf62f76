"""The plan itself, and what all its parts have in common."""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair


def years_after(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


class Plan(models.Model):
    """A plan for some years. A network works to one at a time; earlier ones are kept."""

    code = models.CharField(_("Code"), max_length=40, unique=True)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    summary_cy, summary_en = pair(models.TextField, _("Summary"))
    summary = Both()
    vision_cy, vision_en = pair(models.TextField, _("Vision"))
    vision = Both()
    conditions_intro_cy, conditions_intro_en = pair(models.TextField, _("What must be true"))
    conditions_intro = Both()
    baseline_cy, baseline_en = pair(models.TextField, _("Where measuring starts"))
    baseline = Both()
    years = models.PositiveSmallIntegerField(_("How many years"))
    begins = models.DateField(
        _("First day"), null=True, blank=True, help_text=_("Leave this empty until the day is known.")
    )
    is_current = models.BooleanField(default=False, editable=False)  # the plan that was loaded last

    class Meta:
        verbose_name = _("plan")
        constraints = [
            one_language("name"),
            one_language("vision"),
            models.CheckConstraint(name="plan_plan_lasts_some_years", condition=models.Q(years__gte=1)),
            models.UniqueConstraint(
                name="plan_plan_one_current",
                fields=["is_current"],
                condition=models.Q(is_current=True),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("plan:plan")

    @property
    def all_years(self) -> range:
        """The years of the plan, counted from 1."""
        return range(1, self.years + 1)

    def year_on(self, day: date) -> int | None:
        """The year of the plan that a day falls in; None outside the plan."""
        for year in self.all_years if self.begins else ():
            first, last = self.first_day(year), self.last_day(year)
            if first and last and first <= day <= last:
                return year
        return None

    def first_day(self, year: int) -> date | None:
        """The first day of a year of the plan; None while its beginning is not known."""
        return years_after(self.begins, year - 1) if self.begins else None

    def last_day(self, year: int) -> date | None:
        """The last day of a year of the plan; None while its beginning is not known."""
        return years_after(self.begins, year) - timedelta(days=1) if self.begins else None


class LoadedFile(models.Model):
    """What the plan's file said when it was last loaded, code by code.

    A later version of the file changes only what it says differently, so that what people have
    edited here since stands.
    """

    plan = models.OneToOneField(Plan, models.CASCADE, related_name="loaded_file")
    contents = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.plan.code} {self.at:%Y-%m-%d}"


class Part(models.Model):
    """Something in a plan that has a code of its own. Codes are used once in a plan, and stay."""

    plan = models.ForeignKey(Plan, models.CASCADE, editable=False)
    code = models.CharField(_("Code"), max_length=40, editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering: ClassVar = ["position", "id"]
        constraints = [
            models.UniqueConstraint(name="%(app_label)s_%(class)s_code_once", fields=["plan", "code"])
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"{reverse('plan:change')}#{self.code}"
