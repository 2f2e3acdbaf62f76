from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.people.registry import add_power
from copronet.common_ground.search.registry import add_search


class PlanConfig(AppConfig):
    name = "copronet.governance.plan"
    verbose_name = _("Plan")

    def ready(self) -> None:
        add_link("main", _("Our plan"), "plan:plan", order=20)
        add_power("plan.edit", _("Edit the plan"))
        add_verb("plan.loaded", _("loaded the plan from its file"), public=True)
        add_verb("plan.replaced", _("put a newer plan in the place of this one"))
        add_verb("plan.part_loaded", _("loaded a part of the plan from its file"))
        add_verb("plan.activity_changed", _("changed an activity of the plan"), public=True)
        add_verb("plan.part_changed", _("changed the words of the plan"), public=True)
        for model in self.get_models():
            if hasattr(model, "get_absolute_url"):
                add_record(model, edit="plan.edit", address=lambda record: str(record.get_absolute_url()))
        _let_be_found()


def _let_be_found() -> None:
    from . import queries  # noqa: PLC0415  (models can be read only once every app is there)
    from .models import Activity, Indicator, Outcome, Plan  # noqa: PLC0415  (as above)

    add_search(Plan, name=_("Our plan"), describe=queries.plan_entry)
    add_search(Outcome, name=_("Outcomes"), describe=queries.part_entry, records=queries.outcomes_to_find)
    add_search(
        Activity, name=_("Activities"), describe=queries.part_entry, records=queries.activities_to_find
    )
    add_search(
        Indicator, name=_("Indicators"), describe=queries.part_entry, records=queries.indicators_to_find
    )
