"""`copronet serve`: the web server with a background worker beside it, in one command."""

import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

WELCOME = """
  Rhwydwaith Cydgynhyrchu Cymru · Co-production Network for Wales

    Cymraeg   http://localhost:{port}/cy/
    English   http://localhost:{port}/en/
"""
STEP_IN = """
  I fod yn un o bobl yr arddangosiad / To be one of the demonstration's people:
    http://localhost:{port}/cy/camu-i-mewn/
    http://localhost:{port}/en/step-in/
  Llythyrau / Letters (sign-in codes too):
    http://localhost:{port}/cy/blwch-llythyrau/
    http://localhost:{port}/en/letter-box/

  Ctrl+C i orffen / to stop
"""


class Command(BaseCommand):
    help = "Serve the site, with a background worker beside it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=1, help="web processes")

    def handle(self, *args: object, **options: Any) -> None:
        self.stdout.write(WELCOME.format(**options))
        if settings.DEMONSTRATION:
            self.stdout.write(STEP_IN.format(**options))
        worker = subprocess.Popen([sys.executable, "-m", "copronet", "work"])
        try:
            web(**{name: options[name] for name in ("address", "port", "workers")}).serve()
        finally:
            worker.terminate()
            worker.wait(timeout=30)


def web(**options: Any) -> Any:
    """The web server, ready to serve: plain WSGI, which this site's measurements favour."""
    return Server(
        "copronet.config.wsgi:application",
        interface=Interfaces.WSGI,
        log_level=LogLevels.warning,
        websockets=False,
        blocking_threads=2,
        backpressure=64,
        **options,
    )
