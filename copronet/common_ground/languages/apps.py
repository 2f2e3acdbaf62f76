from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import add_verb, when_saved


class LanguagesConfig(AppConfig):
    name = "copronet.common_ground.languages"
    verbose_name = _("Languages")

    def ready(self) -> None:
        from .actions import keep_states  # noqa: PLC0415  (models can be read only once every app is there)

        when_saved(keep_states)
        add_verb("languages.translated", _("translated"))
        add_verb("languages.checked", _("checked a translation"))
