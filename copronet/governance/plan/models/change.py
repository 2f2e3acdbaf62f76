"""What the network wants to change, how it will know, and what it says leads to what."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.governance.plan.choices import AreaKind, Direction, IndicatorKind, StatementKind
from copronet.governance.plan.validators import codes, whole_amounts

from .plans import Part


class Statement(Part):
    """A sentence of the plan in a list of its kind: a condition, a focus, a kind of evidence, a method."""

    kind = models.CharField(_("Kind"), max_length=13, choices=StatementKind)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    text_cy, text_en = pair(models.TextField, _("Text"))
    text = Both()

    class Meta(Part.Meta):
        verbose_name = _("statement")
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                name="plan_statement_says_something",
                condition=~Q(name_cy="", name_en="", text_cy="", text_en=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name or self.text)


class Outcome(Part):
    """One of the lasting changes the network works for."""

    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    text_cy, text_en = pair(models.TextField, _("What will be different"))
    text = Both()

    class Meta(Part.Meta):
        verbose_name = _("outcome")
        constraints = [*Part.Meta.constraints, one_language("name"), one_language("text")]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("plan:outcome", args=[self.code])


class YearOutcome(Part):
    """What should be so at the end of one year of the plan."""

    year = models.PositiveSmallIntegerField(_("Year"))
    text_cy, text_en = pair(models.TextField, _("What will be different"))
    text = Both()

    class Meta(Part.Meta):
        verbose_name = _("year outcome")
        constraints = [
            *Part.Meta.constraints,
            one_language("text"),
            models.CheckConstraint(name="plan_yearoutcome_year_from_one", condition=Q(year__gte=1)),
        ]

    def __str__(self) -> str:
        return str(self.text)


class Area(Part):
    """A heading that the plan draws its activities under, with the examples it gives."""

    kind = models.CharField(_("Kind"), max_length=14, choices=AreaKind)
    outcome = models.ForeignKey(
        Outcome, models.PROTECT, null=True, blank=True, related_name="areas", verbose_name=_("Outcome")
    )
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    # Pairs in the file's order: [{"cy": "…", "en": "…"}]. They are read together and never apart.
    items = models.JSONField(_("Examples"), default=list, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("area of work")
        constraints = [*Part.Meta.constraints, one_language("name")]

    def __str__(self) -> str:
        return str(self.name)


class Indicator(Part):
    """How the network will know: what is counted or asked, and the target for each year or the end."""

    outcome = models.ForeignKey(Outcome, models.PROTECT, related_name="indicators", verbose_name=_("Outcome"))
    kind = models.CharField(_("Kind"), max_length=7, choices=IndicatorKind)
    each_year = models.BooleanField(_("Measured at the end of each year"), default=False)
    at_end = models.BooleanField(_("Measured at the end of the project"), default=False)
    # On the row itself, so that one version holds the indicator whole: {"1": 120, "end": 90}.
    targets = models.JSONField(_("Targets"), default=dict, blank=True, validators=[whole_amounts])
    unit_cy, unit_en = pair(models.CharField, _("Unit"), max_length=200)
    unit = Both()
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    text_cy, text_en = pair(models.TextField, _("What is measured"))
    text = Both()

    class Meta(Part.Meta):
        verbose_name = _("indicator")
        constraints = [
            *Part.Meta.constraints,
            one_language("name"),
            one_language("text"),
            one_language("unit"),
            models.CheckConstraint(
                name="plan_indicator_measured_sometime",
                condition=Q(each_year=True) | Q(at_end=True),
                violation_error_message=_("Say when this is measured: each year, at the end, or both."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("plan:indicator", args=[self.code])


class Link(Part):
    """What leads to what: either the plan says so, or it is on record that it does not say."""

    stated = models.BooleanField(_("The plan says so"))
    # Codes, or the name of a whole group such as "outcomes": the ends are of many kinds.
    causes = models.JSONField(_("From what"), default=list, blank=True, validators=[codes])
    effects = models.JSONField(_("To what"), default=list, blank=True, validators=[codes])
    direction = models.CharField(_("Direction"), max_length=9, choices=Direction, default=Direction.FORWARD)
    section = models.CharField(_("Section of the plan"), max_length=20, blank=True)
    text_cy, text_en = pair(models.TextField, _("Text"))
    text = Both()

    class Meta(Part.Meta):
        verbose_name = _("link")
        constraints = [*Part.Meta.constraints, one_language("text")]

    def __str__(self) -> str:
        return str(self.text)
