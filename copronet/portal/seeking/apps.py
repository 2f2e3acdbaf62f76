from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_panel
from copronet.common_ground.journal.registry import add_verb
from copronet.common_ground.letters.registry import add_letter
from copronet.common_ground.people.registry import (
    add_called,
    add_export,
    add_matter,
    add_power,
    add_words,
    when_leaving,
    when_merging,
)
from copronet.common_ground.work.registry import add_daily, add_task


class SeekingConfig(AppConfig):
    name = "copronet.portal.seeking"
    verbose_name = _("What people seek")

    def ready(self) -> None:
        from .panels import on_my_page, on_the_workbench  # noqa: PLC0415  (models exist only now)

        add_power("seeking.see_sought", _("See what people look for and do not find"))
        add_matter("seeking", _("Keeping searches"))
        add_verb("seeking.search_kept", _("kept a search"))
        add_verb("seeking.search_let_go", _("let a search go"))
        add_letter(
            "seeking/letters/news",
            title=_("What is new for the searches you keep"),
            because=_("You get this because you keep searches. We write at most once a week."),
            can_be_stopped=True,
        )
        add_panel("my_page", on_my_page, order=70)
        add_panel("workbench", on_the_workbench, order=80)
        _run_by_the_clock()
        _hand_out_and_forget()


def _run_by_the_clock() -> None:
    from .tasks import clear_old_askings, tell_of_news  # noqa: PLC0415  (models exist only now)

    add_task("seeking.tell_of_news", tell_of_news, title=_("Tell people what is new for their searches"))
    add_daily("seeking.tell_of_news", at="07:15")
    add_task("seeking.clear_old_askings", clear_old_askings, title=_("Clear away what was sought long ago"))
    add_daily("seeking.clear_old_askings", at="03:40")


def _hand_out_and_forget() -> None:
    from .actions import forget_searches, move_searches  # noqa: PLC0415  (models exist only now)
    from .queries import named_kinds, named_themes, searches_about  # noqa: PLC0415  (as above)

    add_export("saved_searches", searches_about)
    add_called(
        {
            "saved_searches": _("My searches"),
            "words": _("Words to look for"),
            "narrowed": _("Narrowed down by"),
            "kept_at": _("Kept since"),
            "theme": _("Theme"),
            "year": _("Year"),
        }
    )
    add_words("kind", named_kinds, within="saved_searches")
    add_words("theme", named_themes, within="saved_searches")
    when_leaving(forget_searches)
    when_merging(move_searches)
