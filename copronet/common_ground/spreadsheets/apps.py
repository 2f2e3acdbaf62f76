from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.journal.registry import add_verb
from copronet.common_ground.work.registry import add_daily, add_task


class SpreadsheetsConfig(AppConfig):
    name = "copronet.common_ground.spreadsheets"
    verbose_name = _("Spreadsheets")

    def ready(self) -> None:
        # The functions stand on models, which exist only from here on.
        from .tasks import bring_in, check, clear, undo  # noqa: PLC0415  (see the line above)

        add_verb("spreadsheets.uploaded", _("sent a table to be brought in"))
        add_verb("spreadsheets.matched", _("said which column of a table is which"))
        add_verb("spreadsheets.brought_in", _("brought in a table"))
        add_verb("spreadsheets.undone", _("undid the bringing in of a table"))
        add_verb("spreadsheets.given_out", _("took a table out"))
        add_task("spreadsheets.check", check, title=_("Look through a table"), urgent=True)
        add_task("spreadsheets.bring_in", bring_in, title=_("Bring in a table"))
        add_task("spreadsheets.undo", undo, title=_("Undo the bringing in of a table"))
        add_task("spreadsheets.clear", clear, title=_("Clear away the rows of old tables"))
        add_daily("spreadsheets.clear", at="02:45")
        add_link("account", _("Spreadsheets"), "spreadsheets:home", order=15, shown=_may_use_one)


def _may_use_one(request: HttpRequest) -> bool:
    from .queries import sheets_for  # noqa: PLC0415  (models exist only now)

    return request.user.is_authenticated and bool(sheets_for(request.user))
