"""`copronet demonstrate`: build the demonstration network in an empty data folder; in a full one, keep it."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Build the demonstration network: made-up people in a network with a real plan."

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError(
                "Made-up people belong in the demonstration alone: use `make demo`."
                " / Yn yr arddangosiad yn unig mae lle i bobl ddychmygol: defnyddiwch `make demo`."
            )
        call_command("prepare")
        load_every_room()


def load_every_room() -> None:
    """What each room brings to the demonstration network; what is there already stays as it is."""
    for config in apps.get_app_configs():
        if config.name.startswith("copronet.") and find_spec(f"{config.name}.demo"):
            import_module(f"{config.name}.demo").load()
