"""Is this organisation here already? Asked 500 times of 10,000 organisations, on both databases.

Times are milliseconds of `like_these` alone, in one process. Half of what is asked is there with a slip, with
other accents, or by its initials; half is not there at all.
"""

import subprocess
import sys

from .databases import fresh_networks

TARGET = 50  # milliseconds, p95


def main() -> None:
    for kind, environment in fresh_networks():
        print(f"\n{kind}: like_these among 10,000 organisations (target: p95 under {TARGET} ms)")
        subprocess.run([sys.executable, "-m", "benchmarks.organisations"], env=environment, check=True)
