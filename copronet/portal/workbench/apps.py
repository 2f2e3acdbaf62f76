from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.people.registry import add_power


class WorkbenchConfig(AppConfig):
    name = "copronet.portal.workbench"
    verbose_name = _("Workbench")

    def ready(self) -> None:
        from .rules import may_use_the_workbench  # noqa: PLC0415  (models can be read only once every app is there)

        add_power("workbench.use", _("Use the workbench"))
        add_link(
            "account",
            _("Workbench"),
            "workbench:workbench",
            order=10,
            shown=lambda request: may_use_the_workbench(request.user),
        )
