"""`copronet restore FILE`."""

from pathlib import Path
from subprocess import CalledProcessError

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from copronet.common_ground.archive.choices import ArchiveRefused
from copronet.common_ground.archive.imports import restore


class Command(BaseCommand):
    help = "Replace the database and all files by those of an archive; refuses a damaged or foreign one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: object, **options: Path) -> None:
        try:
            manifest = restore(options["file"])
        except ArchiveRefused as refusal:
            raise CommandError(in_both_languages(refusal)) from refusal
        except CalledProcessError as failure:
            raise CommandError(failure.stderr) from failure
        self.stdout.write(f"{manifest.made_at}: adferwyd / restored")


def in_both_languages(refusal: ArchiveRefused) -> str:
    said = []
    for language in ("cy", "en"):
        with translation.override(language):
            said.append(refusal.messages[0])
    return " / ".join(said)
