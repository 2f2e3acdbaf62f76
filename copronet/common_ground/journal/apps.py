from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link

from .registry import add_verb


class JournalConfig(AppConfig):
    name = "copronet.common_ground.journal"
    verbose_name = _("Journal")

    def ready(self) -> None:
        add_link("main", _("Activity"), "journal:activity", order=60)
        add_verb("journal.restored", _("brought back an earlier version"), public=True)
