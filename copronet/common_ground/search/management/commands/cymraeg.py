"""`copronet cymraeg`: import Bangor's lexicon, and measure how well the search finds Welsh."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from copronet.common_ground.search.imports import evaluate, import_lexicon, words_a_second
from copronet.engines.cymraeg.finding.measuring import Measured, read_evaluation_set

_ROWS = (
    ("hard queries: recall", "hard", "recall", (0.93, 0.94)),
    ("hard queries: MAP", "hard", "average_precision", (0.90, 0.92)),
    ("all queries: F1", "all", "f1", (0.91, 0.92)),
    ("another form as query: recall", "forms", "recall", (0.96, 0.97)),
    ("proper names: recall", "names", "recall", (0.96, 0.96)),
    ("typed without accents: recall", "without accents", "recall", (0.93, 0.94)),
)
_SPEEDS = ((20_000, "words a second, first time"), (100_000, "words a second, again"))


class Command(BaseCommand):
    help = "Import a Welsh lexicon, or measure how well the search finds Welsh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        bring_in = actions.add_parser("import", help="keep Bangor University's lexicon for this site")
        bring_in.add_argument("file", type=Path)
        measure = actions.add_parser(
            "evaluate", help="search an evaluation set in scratch tables and measure"
        )
        measure.add_argument("folder", type=Path)
        measure.add_argument("--part", default="dev")
        measure.add_argument("--lexicon", type=Path, help="with this lexicon; without, simplemma alone")
        measure.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._import(options["file"]) if options["action"] == "import" else self._evaluate(options)
        except (OSError, ValueError, EOFError) as wrong:
            raise CommandError(str(wrong)) from wrong

    def _import(self, file: Path) -> None:
        forms = import_lexicon(file)
        self.stdout.write(
            f"{forms:,} forms are kept. Restart the site, then run: copronet search rebuild"
            f" / Cadwyd {forms:,} o ffurfiau. Ailgychwynnwch y wefan, yna: copronet search rebuild"
        )

    def _evaluate(self, options: dict[str, Any]) -> None:
        given = read_evaluation_set(options["folder"], options["part"])
        speeds = words_a_second(given, options["lexicon"])
        measured = evaluate(given, options["lexicon"])
        if options["json"]:
            kinds = {kind: asdict(each) for kind, each in measured.items()}
            self.stdout.write(
                json.dumps(kinds | {"words a second": {"cold": speeds[0], "warm": speeds[1]}}, indent=2)
            )
            return
        self._print(measured, speeds, with_lexicon=options["lexicon"] is not None)

    def _print(
        self, measured: dict[str, Measured], speeds: tuple[float, float], *, with_lexicon: bool
    ) -> None:
        for title, kind, name, bars in _ROWS:
            reached, bar = getattr(measured[kind], name), bars[with_lexicon]
            self._row(
                f"{title} ({measured[kind].queries})", f"{reached:.4f}", f"{bar:.2f}", reached=reached >= bar
            )
        for speed, (least, title) in zip(speeds, _SPEEDS, strict=True):
            self._row(title, f"{speed:,.0f}", f"{least:,}", reached=speed >= least)

    def _row(self, title: str, value: str, bar: str, *, reached: bool) -> None:
        self.stdout.write(f"{title:<44}{value:>10}{bar:>10}  {'reached' if reached else 'BELOW'}")
