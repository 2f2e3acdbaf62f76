"""Editing the plan: the words of any part in both languages side by side, and an activity's progress."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.forms import DateField
from copronet.common_ground.languages.forms import PairedForm

from .models import (
    Activity,
    Area,
    Heading,
    Indicator,
    Link,
    Note,
    Outcome,
    OutcomeLine,
    Part,
    Plan,
    Statement,
    YearLine,
    YearOutcome,
)


def sides(*names: str) -> list[str]:
    """The names of both fields of each pair, Welsh first."""
    return [f"{name}_{language}" for name in names for language in ("cy", "en")]


class PlanForm(PairedForm):
    verb = "plan.part_changed"
    begins = DateField(
        label=_("First day"), required=False, help_text=_("Leave this empty until the day is known.")
    )

    class Meta:
        model = Plan
        fields = [*sides("name", "summary", "vision", "conditions_intro", "baseline"), "begins"]


class ActivityForm(PairedForm):
    verb = "plan.activity_changed"
    begins = DateField(label=_("First day"), required=False)
    ends = DateField(label=_("Last day"), required=False)

    class Meta:
        model = Activity
        fields = ["state", "owner", "year", "begins", "ends", *sides("name", "text"), "areas"]
        widgets = {"state": forms.RadioSelect, "areas": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plan = self.instance.plan
        areas = self.fields["areas"]
        areas.queryset = Area.objects.filter(plan=plan)  # type: ignore[attr-defined]  # a ModelMultipleChoiceField
        years = [(str(year), _("Year %(year)d") % {"year": year}) for year in plan.all_years]
        self.fields["year"] = forms.TypedChoiceField(
            label=_("Year"),
            choices=[("", _("All through the plan")), *years],
            coerce=int,
            empty_value=None,
            required=False,
        )


class IndicatorForm(PairedForm):
    """An indicator, with one box for the target of each year and one for the end."""

    verb = "plan.part_changed"

    class Meta:
        model = Indicator
        fields = [*sides("name", "text", "unit"), "each_year", "at_end"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in self._target_keys():
            label = _("Target for the end of the project") if key == "end" else _("Target for year %s") % key
            self.fields[f"target_{key}"] = forms.IntegerField(
                label=label,
                required=False,
                min_value=0,
                max_value=100 if self.instance.kind == "percent" else 1_000_000,
                initial=self.instance.targets.get(key),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.instance.targets = {
            key: cleaned[f"target_{key}"]
            for key in self._target_keys()
            if cleaned.get(f"target_{key}") is not None
        }
        return cleaned

    def _target_keys(self) -> list[str]:
        return [*map(str, self.instance.plan.all_years), "end"]


def words_form(part: type[Part], *names: str) -> type[PairedForm]:
    """A form for nothing but the words of a part, in both languages."""
    meta = type("Meta", (), {"model": part, "fields": sides(*names)})
    return type(f"{part.__name__}Form", (PairedForm,), {"Meta": meta, "verb": "plan.part_changed"})


# What can be edited, by the name it has in addresses. Figures of the budget come from the plan's file alone.
FORMS: dict[str, type[PairedForm]] = {
    "plan": PlanForm,
    "activity": ActivityForm,
    "indicator": IndicatorForm,
    "outcome": words_form(Outcome, "name", "text"),
    "yearoutcome": words_form(YearOutcome, "text"),
    "area": words_form(Area, "name"),
    "statement": words_form(Statement, "name", "text"),
    "link": words_form(Link, "text"),
    "heading": words_form(Heading, "name"),
    "yearline": words_form(YearLine, "name"),
    "outcomeline": words_form(OutcomeLine, "name", "text", "timing"),
    "note": words_form(Note, "text"),
}
