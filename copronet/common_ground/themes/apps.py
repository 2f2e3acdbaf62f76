from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.people.registry import add_power
from copronet.common_ground.search.registry import add_rings, add_search, add_theme_names
from copronet.common_ground.spreadsheets.registry import add_sheet


class ThemesConfig(AppConfig):
    name = "copronet.common_ground.themes"
    verbose_name = _("Themes")

    def ready(self) -> None:
        from .imports import VocabularySheet, bring_in_themes  # noqa: PLC0415  (models exist only now)
        from .models import Theme  # noqa: PLC0415  (as above)
        from .queries import names_by_code, theme_entry, words_of_all  # noqa: PLC0415  (as above)

        add_power("themes.edit", _("Curate the themes"))
        add_verb("themes.theme_added", _("added a theme"), public=True)
        add_verb("themes.theme_changed", _("changed a theme"), public=True)
        add_verb("themes.theme_brought_in", _("brought in a term"))
        add_verb("themes.theme_taken_back", _("took back a term that was brought in"))
        add_record(Theme, edit="themes.edit", address=lambda theme: str(theme.get_absolute_url()))
        add_link("footer", _("Themes"), "themes:themes", order=40)
        add_rings(words_of_all)
        add_theme_names(names_by_code)
        add_search(Theme, name=_("Themes"), describe=theme_entry)
        add_sheet(VocabularySheet)
        post_migrate.connect(bring_in_themes, sender=self)
