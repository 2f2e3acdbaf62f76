"""`copronet places population FILE`: load how many people live in each area."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from copronet.common_ground.places.imports import FaultyFile, load_population


class Command(BaseCommand):
    help = "Load facts about the areas from a CSV file (docs/operations.md says which columns)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["population"])
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with options["file"].open(encoding="utf-8-sig", newline="") as lines:
                count = load_population(lines)
        except FaultyFile as slip:
            faults = "\n".join(slip.faults)
            raise CommandError(f"Ni newidiwyd dim. / Nothing was changed.\n{faults}") from slip
        except (OSError, UnicodeDecodeError) as unreadable:
            raise CommandError(
                f"Ni ellir darllen y ffeil. / The file cannot be read. {unreadable}"
            ) from unreadable
        self.stdout.write(f"{count}")
