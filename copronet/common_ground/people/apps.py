from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from .registry import add_power


class PeopleConfig(AppConfig):
    name = "copronet.common_ground.people"
    verbose_name = _("People")

    def ready(self) -> None:
        add_power("people.look_after", _("Look after people's records"))
        add_power("people.grant_powers", _("Grant and end offices and powers"))
        # Rooms that people stand on cannot ask for powers themselves.
        add_power("work.see", _("See and steer background work"))
        add_power("letters.see", _("See and post letters"))
