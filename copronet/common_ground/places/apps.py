from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "copronet.common_ground.places"
    verbose_name = _("Places")

    def ready(self) -> None:
        from .imports import bring_in_places  # noqa: PLC0415  (models exist only now)

        post_migrate.connect(bring_in_places, sender=self)
