"""`copronet backup FILE`."""

from pathlib import Path
from subprocess import CalledProcessError

from django.core.management.base import BaseCommand, CommandError, CommandParser

from copronet.common_ground.archive.exports import back_up


class Command(BaseCommand):
    help = "Write the database and all files to one archive, while the site runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, **options: Path) -> None:
        try:
            manifest = back_up(options["file"])
        except FileNotFoundError as missing:
            raise CommandError(
                f"{missing.filename}: ar goll / missing (apt-get install postgresql-client)"
            ) from missing
        except CalledProcessError as failure:
            raise CommandError(failure.stderr) from failure
        parts = len(manifest.entries)
        self.stdout.write(f"{options['file']}: {parts} rhan / parts")
