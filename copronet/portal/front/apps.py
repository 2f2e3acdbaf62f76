from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link


class FrontConfig(AppConfig):
    name = "copronet.portal.front"
    verbose_name = _("Front door")

    def ready(self) -> None:
        add_link("main", _("Search"), "front:search", order=70)
        # The journal stands below the design system and cannot add its own.
        add_link("main", _("Activity"), "journal:activity", order=60)
        add_link("account", _("My page"), "front:my_page", order=5)
        add_link(
            "account",
            _("To be translated"),
            "languages:queue",
            order=12,
            shown=lambda request: request.user.has_perm("languages.translate"),
        )
