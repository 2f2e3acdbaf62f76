"""The plan's pages: what we do, what we want to change, what it costs, and editing any part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from copronet.common_ground.journal.actions import Overtaken
from copronet.common_ground.journal.queries import type_of
from copronet.common_ground.languages.forms import PairedForm

from . import tables
from .choices import ActivityState, AreaKind
from .forms import FORMS
from .models import Activity, Area, Indicator, Note, Outcome, OutcomeLine, Plan
from .queries import (
    NO_AREA,
    ONGOING,
    activities_of,
    budget_of,
    change_of,
    current_plan,
    current_plan_part,
    footnotes,
    links_of,
)


class OfPlan:
    """A page of the plan the network works to. While there is none, such a page is not there."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def found(self) -> Plan | None:
        return current_plan()

    @property
    def plan(self) -> Plan:
        if self.found is None:
            raise Http404
        return self.found

    def shared(self, record: Model | None = None) -> dict[str, Any]:
        """What every page of the plan shows: the plan, its notes, and the way to edit what it is about."""
        return {
            "plan": self.plan,
            "footnotes": footnotes(self.plan),
            "may_edit": self.request.user.has_perm("plan.edit"),
            "record": record or self.plan,
            "record_type": type_of(record or self.plan),
        }


@dataclass(frozen=True)
class Option:
    """One thing a list can be narrowed to: a plain link, marked when it is the one chosen."""

    name: Any
    address: str
    is_chosen: bool


class PlanView(OfPlan, TemplateView):
    """The activities on a timeline by year, narrowed by plain links."""

    template_name = "plan/plan.html"

    def get_template_names(self) -> list[str]:
        return [self.template_name] if self.found else ["plan/none.html"]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        if self.found is None:
            return super().get_context_data(**context)
        activities = list(activities_of(self.plan, **self.chosen))
        years = [
            (
                year,
                self.plan.first_day(year),
                self.plan.last_day(year),
                self.plan.year_on(timezone.localdate()) == year,
                [activity for activity in activities if activity.year == year],
            )
            for year in self.plan.all_years
        ]
        return super().get_context_data(
            **context,
            **self.shared(),
            activities=activities,
            ongoing=[activity for activity in activities if activity.year is None],
            years=years,
            filters=self.filters(),
            is_narrowed=any(self.chosen.values()),
        )

    @cached_property
    def chosen(self) -> dict[str, str]:
        return {key: self.request.GET.get(key, "") for key in ("year", "area", "state")}

    def filters(self) -> list[tuple[Any, list[Option]]]:
        areas = Area.objects.filter(plan=self.plan, kind=AreaKind.KEY_ACTIVITIES)
        years = [(str(year), _("Year %(year)d") % {"year": year}) for year in self.plan.all_years]
        named = [(area.code, area.name) for area in areas]
        return [
            (_("When"), self.choices("year", [(ONGOING, _("All through the plan")), *years])),
            (_("Area of work"), self.choices("area", [*named, (NO_AREA, _("None of these"))])),
            (_("State"), self.choices("state", ActivityState.choices)),
        ]

    def choices(self, key: str, values: Sequence[tuple[str, Any]]) -> list[Option]:
        return [self.option(key, value, name) for value, name in [("", _("All")), *values]]

    def option(self, key: str, value: str, name: Any) -> Option:
        query = self.request.GET.copy()
        query.pop(key, None)
        if value:
            query[key] = value
        address = f"{self.request.path}?{query.urlencode()}" if query else self.request.path
        return Option(name, address, self.chosen[key] == value)


class ActivityView(OfPlan, TemplateView):
    template_name = "plan/activity.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        activity = get_object_or_404(
            current_plan_part(Activity, self.kwargs["code"])
            .select_related("owner", "plan")
            .prefetch_related("areas__outcome")
        )
        others = list(Activity.objects.filter(plan=self.plan).defer("text_cy", "text_en"))
        return super().get_context_data(
            **context,
            **self.shared(activity),
            activity=activity,
            first_day=activity.year and self.plan.first_day(activity.year),
            last_day=activity.year and self.plan.last_day(activity.year),
            refers_to=[other for other in others if other.code in activity.refers_to],
            referred_by=[other for other in others if activity.code in other.refers_to],
            links=links_of(self.plan, activity.code, "activities"),
        )


class ChangeView(OfPlan, TemplateView):
    """The theory of change: a picture made of links, and what the plan states or leaves open."""

    template_name = "plan/change.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        theory = change_of(self.plan)
        return super().get_context_data(
            **context,
            **self.shared(),
            theory=theory,
            bands=theory.bands,
            statements=theory.statements,
            parts=theory.parts,
            stated=[link for link in theory.links if link.stated],
            left_open=[link for link in theory.links if not link.stated],
        )


class OutcomeView(OfPlan, TemplateView):
    template_name = "plan/outcome.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        outcome = get_object_or_404(current_plan_part(Outcome, self.kwargs["code"]))
        lines = list(OutcomeLine.objects.filter(outcome=outcome, role="line"))
        return super().get_context_data(
            **context,
            **self.shared(outcome),
            outcome=outcome,
            indicators=list(Indicator.objects.filter(outcome=outcome)),
            areas=list(outcome.areas.prefetch_related("activities__owner")),
            lines=lines,
            cost=sum(line.total or 0 for line in lines),
            links=links_of(self.plan, outcome.code, "outcomes"),
        )


class IndicatorView(OfPlan, TemplateView):
    template_name = "plan/indicator.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        indicator = get_object_or_404(
            current_plan_part(Indicator, self.kwargs["code"]).select_related("outcome", "plan")
        )
        return super().get_context_data(
            **context,
            **self.shared(indicator),
            indicator=indicator,
            chart=tables.targets_chart(indicator),
            links=links_of(self.plan, indicator.code),
        )


class BudgetView(OfPlan, TemplateView):
    template_name = "plan/budget.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        budget = budget_of(self.plan)
        if budget is None:
            return super().get_context_data(**context, **self.shared())
        return super().get_context_data(
            **context,
            **self.shared(),
            budget=budget,
            sources=tables.sources_chart(budget),
            by_year=tables.years_chart(self.plan, budget),
            by_outcome=tables.outcomes_chart(budget),
        )


class EditView(OfPlan, PermissionRequiredMixin, FormView):
    """Edit one part of the plan, Welsh and English side by side. Two people at once are shown both."""

    permission_required = "plan.edit"
    template_name = "plan/edit.html"

    @cached_property
    def part(self) -> Any:
        model = self.get_form_class()._meta.model
        if model is Plan:
            return get_object_or_404(Plan, code=self.kwargs["code"], is_current=True)
        return get_object_or_404(current_plan_part(model, self.kwargs["code"]))

    def get_form_class(self) -> type[PairedForm]:
        if self.kwargs["kind"] not in FORMS:
            raise Http404
        return FORMS[self.kwargs["kind"]]

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.part}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        notes = Note.objects.filter(plan=self.plan)
        about = [note for note in notes if getattr(self.part, "code", "") in note.about]
        return super().get_context_data(**context, **self.shared(self.part), notes=about)

    def form_valid(self, form: PairedForm) -> HttpResponse:
        try:
            part = form.save_as(self.request.actor)  # type: ignore[attr-defined]  # set by people's middleware
        except Overtaken:
            form.show_conflict(form.cleaned_data.get("based_on") or 0)
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. The earlier version is kept in the history."))
        return redirect(part.get_absolute_url())
