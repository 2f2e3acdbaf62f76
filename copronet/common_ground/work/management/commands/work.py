"""`copronet work`: the worker beside the web process."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from copronet.common_ground.work.queries import STALE_AFTER
from copronet.common_ground.work.tasks import WorkerLoop


class Command(BaseCommand):
    help = "Carry out background tasks until told to stop (SIGTERM lets the present task finish)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due, then end")
        parser.add_argument("--poll", type=float, default=0.5, help="seconds between looks at an empty queue")
        parser.add_argument("--beat", type=float, default=10.0, help="seconds between signs of life")
        parser.add_argument(
            "--stale-after",
            type=float,
            default=STALE_AFTER.total_seconds(),
            help="seconds after which a silent worker is taken for dead; several times the beat",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        worker = WorkerLoop(
            poll=options["poll"],
            beat=options["beat"],
            stale_after=timedelta(seconds=options["stale_after"]),
        )
        if options["once"]:
            worker.run_once()
        else:
            worker.run_forever()
