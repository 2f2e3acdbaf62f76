from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from .registry import add_verb


class JournalConfig(AppConfig):
    name = "copronet.common_ground.journal"
    verbose_name = _("Journal")

    def ready(self) -> None:
        add_verb("journal.restored", _("brought back an earlier version"), public=True)
