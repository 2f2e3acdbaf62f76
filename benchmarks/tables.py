"""5,000 rows of organisations looked through, brought in and undone, as the worker does it, on both databases.

Half of the rows are new, the other half change an organisation that is here. Seconds, in one process.
"""

import subprocess
import sys

from .databases import fresh_networks

TARGET = 60  # seconds for bringing in


def main() -> None:
    for kind, environment in fresh_networks():
        print(f"\n{kind}: 5,000 rows brought in (target: under {TARGET} s)")
        subprocess.run([sys.executable, "-m", "benchmarks.rows"], env=environment, check=True)
