"""What the network does."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models import Office
from copronet.governance.plan.choices import ActivityState
from copronet.governance.plan.validators import codes

from .change import Area
from .plans import Part


class Activity(Part):
    """A piece of work of the plan, in one of its years or all through it, owned by an office."""

    number = models.CharField(_("Number"), max_length=10, blank=True)
    year = models.PositiveSmallIntegerField(
        _("Year"), null=True, blank=True, help_text=_("Leave this empty for work all through the plan.")
    )
    state = models.CharField(_("State"), max_length=9, choices=ActivityState, default=ActivityState.PLANNED)
    owner = models.ForeignKey(Office, models.PROTECT, related_name="plan_activities", verbose_name=_("Owner"))
    begins = models.DateField(_("First day"), null=True, blank=True)
    ends = models.DateField(_("Last day"), null=True, blank=True)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    text_cy, text_en = pair(models.TextField, _("What we do"))
    text = Both()
    areas = models.ManyToManyField(
        Area, blank=True, related_name="activities", verbose_name=_("Areas of work")
    )
    # Codes, since two activities may point at each other and are loaded one after the other.
    refers_to = models.JSONField(_("Points to"), default=list, blank=True, validators=[codes])
    # What the words promise in numbers, each a table of number, at_least, name_cy and name_en.
    quantities = models.JSONField(_("What it promises in numbers"), default=list, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("activity")
        constraints = [
            *Part.Meta.constraints,
            one_language("name"),
            one_language("text"),
            models.CheckConstraint(
                name="plan_activity_year_from_one", condition=Q(year__isnull=True) | Q(year__gte=1)
            ),
            models.CheckConstraint(
                name="plan_activity_state_known", condition=Q(state__in=ActivityState.values)
            ),
            models.CheckConstraint(
                name="plan_activity_ends_after_it_begins",
                condition=Q(begins__isnull=True) | Q(ends__isnull=True) | Q(ends__gte=F("begins")),
                violation_error_message=_("The last day is before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()

    def get_absolute_url(self) -> str:
        return reverse("plan:activity", args=[self.code])
