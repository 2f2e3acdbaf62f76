"""`copronet themes`: bring in a list of terms in both languages, such as TermCymru's."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from copronet.common_ground.spreadsheets.choices import Outcome, in_both
from copronet.common_ground.themes.imports import bring_in_terms

_REASONS_SHOWN = 50
_COUNTED = (Outcome.CREATED, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.REFUSED)


class Command(BaseCommand):
    help = "Bring in a list of terms in Welsh and English: TMX, CSV or XLSX."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        bring_in = actions.add_parser("import", help="bring the terms of a file into the themes")
        bring_in.add_argument("file", type=Path)
        bring_in.add_argument("--dry-run", action="store_true", help="say what it would do, and do nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            told = bring_in_terms(options["file"], only_say=options["dry_run"])
        except ValidationError as wrong:
            raise CommandError(" ".join(wrong.messages)) from wrong
        except OSError as wrong:
            raise CommandError(str(wrong)) from wrong
        for number, reason in told.refused[:_REASONS_SHOWN]:
            self.stdout.write(f"{number}: {reason.cy} / {reason.en}")
        for outcome in _COUNTED:
            said = in_both(partial(getattr, outcome, "label"))
            self.stdout.write(f"{told.counts[outcome]:,} {said.cy} / {said.en}")
