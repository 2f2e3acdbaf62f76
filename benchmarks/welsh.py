"""How well and how fast Welsh is found, on both databases, with the evaluation set beside the checkout.

COPRONET_SHARED names the folder that holds ``data/welsh``; SEARCHED how many documents, such as "10000 100000".
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .databases import database

FOLDER = (
    Path(os.environ.get("COPRONET_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data" / "welsh"
)
SIZES = os.environ.get("SEARCHED", "10000 100000 1000000").split()


def main() -> None:
    if not FOLDER.is_dir():
        print(
            "\nThe Welsh evaluation set is not here: set COPRONET_SHARED to the folder that holds data/welsh."
        )
        return
    for kind in ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory() as folder, database(kind) as address:
            environment = os.environ | {
                "DJANGO_SETTINGS_MODULE": "copronet.config.settings.demonstration",
                "COPRONET_DATA": folder,
                "DATABASE_URL": address,
            }
            for module, more in (("comparing", []), ("searching", SIZES)):
                command = [sys.executable, "-m", f"benchmarks.{module}", str(FOLDER), *more]
                subprocess.run(command, env=environment, check=True)
