"""`copronet letters fetch`: take in the letters that wait in the IMAP folder, now."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from copronet.common_ground.letters.inbox import fetch


class Command(BaseCommand):
    help = "Fetch the letters that came in (IMAP_URL); the worker reads them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("deed", choices=["fetch"])

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.IMAP_URL:
            raise CommandError("IMAP_URL: mae angen y gosodiad hwn. / this setting is needed.")
        try:
            count = fetch(settings.IMAP_URL)
        except OSError as fault:
            raise CommandError(f"IMAP_URL: {fault}") from fault
        self.stdout.write(f"Llythyrau newydd / new letters: {count}")
