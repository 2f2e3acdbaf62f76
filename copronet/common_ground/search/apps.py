from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import when_saved
from copronet.common_ground.work.registry import add_task


class SearchConfig(AppConfig):
    name = "copronet.common_ground.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from .actions import keep_saved  # noqa: PLC0415  (models exist only now)
        from .adapters import listen  # noqa: PLC0415  (as above)
        from .tasks import make_anew  # noqa: PLC0415  (as above)

        when_saved(keep_saved)
        listen(self)
        add_task("search.rebuild", make_anew, title=_("Make the search index anew"))
