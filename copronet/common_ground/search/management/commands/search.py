"""`copronet search`: make the index anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from copronet.common_ground.search.actions import rebuild


class Command(BaseCommand):
    help = "Make the search index anew from all that can be found. The site may run meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("rebuild", help="read every record again; needed after a lexicon was imported")

    def handle(self, *args: Any, **options: Any) -> None:
        found = rebuild(report=self._report)
        self.stdout.write(f"{found:,} can be found / gellir dod o hyd i {found:,}")

    def _report(self, kind: str, done: int, total: int) -> None:
        self.stdout.write(f"{kind}: {done:,} / {total:,}")
