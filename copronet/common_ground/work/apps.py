from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import add_verb

from .registry import add_daily, add_task


class WorkConfig(AppConfig):
    name = "copronet.common_ground.work"
    verbose_name = _("Background work")

    def ready(self) -> None:
        # The functions stand on models, which exist only from here on.
        from .tasks import prune_finished_jobs, run_library_task  # noqa: PLC0415  (see the line above)

        add_verb("work.tried_again", _("sent a background task back to be tried again"))
        add_verb("work.gave_up", _("gave up a background task"))
        add_task("work.prune", prune_finished_jobs, title=_("Clear away finished tasks"))
        add_daily("work.prune", at="02:30")
        add_task("work.library_task", run_library_task, title=_("Tend pages, pictures and documents"))
