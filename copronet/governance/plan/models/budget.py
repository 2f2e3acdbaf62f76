"""What the plan costs, in whole pounds, in the two tables it was printed in: by year and by outcome.

Sums are kept as they were printed. An amount that is not there was blank, which is not nought.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.governance.plan.choices import Role
from copronet.governance.plan.validators import whole_amounts

from .change import Outcome
from .plans import Part


def pounds(verbose_name: Any) -> "models.PositiveIntegerField[int | None, int | None]":
    """A field for whole pounds; null where the plan has a blank."""
    return models.PositiveIntegerField(verbose_name, null=True, blank=True)


class Heading(Part):
    """What money is spent on: salaries, travel, rent."""

    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()

    class Meta(Part.Meta):
        verbose_name = _("budget heading")
        constraints = [*Part.Meta.constraints, one_language("name")]

    def __str__(self) -> str:
        return str(self.name)


class BudgetLine(Part):
    """What the lines of both tables share."""

    role = models.CharField(_("Role in the sums"), max_length=8, choices=Role, default=Role.LINE)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    total = pounds(_("Total"))

    class Meta(Part.Meta):
        abstract = True
        constraints = [
            *Part.Meta.constraints,
            one_language("name"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_role_known", condition=Q(role__in=Role.values)
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return f"{reverse('plan:budget')}#{self.code}"


class YearLine(BudgetLine):
    """A line of the budget by year, and where its money comes from."""

    # Pounds by year: {"1": 14657}.
    amounts = models.JSONField(_("Pounds by year"), default=dict, blank=True, validators=[whole_amounts])
    vat = pounds(_("VAT that comes back"))
    other = pounds(_("Other funding and match in kind"))
    requested = pounds(_("Asked from the funder"))
    headings = models.ManyToManyField(
        Heading, blank=True, related_name="year_lines", verbose_name=_("What it is spent on")
    )

    class Meta(BudgetLine.Meta):
        verbose_name = _("budget line by year")


class OutcomeLine(BudgetLine):
    """A line of the budget by outcome, and what its money is spent on."""

    outcome = models.ForeignKey(
        Outcome,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="budget_lines",
        verbose_name=_("Outcome"),
    )
    text_cy, text_en = pair(models.TextField, _("What it pays for"))
    text = Both()
    timing_cy, timing_en = pair(models.CharField, _("When"), max_length=200)
    timing = Both()
    years = models.JSONField(_("Years"), default=list, blank=True)
    # Pounds by the code of a heading: {"HEAD-SALARIES": 124866}.
    amounts = models.JSONField(
        _("Pounds by what it is spent on"), default=dict, blank=True, validators=[whole_amounts]
    )
    match = pounds(_("Match in kind that the plan names for it"))

    class Meta(BudgetLine.Meta):
        verbose_name = _("budget line by outcome")
