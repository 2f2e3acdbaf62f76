"""The Asset Map with 100,000 entries: pages of every facet for 16 readers who never wait, on both databases.

Server, database and readers share this machine's cores. Every request asks for another combination of facets, so
that no page is asked for twice in a row.
"""

import asyncio
import subprocess
import sys
import time
from itertools import product

from .databases import fresh_networks
from .load import Answers, get
from .pages import PORT, _memory, _server

ENTRIES = 100_000
TARGETS = {"sqlite": 250, "postgresql": 150}  # milliseconds, p95
AT_ONCE = 16
SECONDS = 15
AREAS = [f"W060000{number:02}" for number in (1, 2, 8, 9, 10, 11, 15, 16, 18, 22, 23)]
KINDS = ["knowledge", "skills", "space", "equipment", "transport", "time"]
FACETS = {
    "everything": [""],
    "kind": [f"?kind={kind}" for kind in KINDS],
    "area": [f"?area={area}" for area in AREAS],
    "theme": ["?theme=carers", "?theme=food", "?theme=transport", "?theme=loneliness"],
    "health board": [f"?board=W110000{number}" for number in range(23, 32) if number not in (26, 27)],
    "language": ["?language=cy", "?language=en"],
    "checked": ["?fresh=1"],
    "several": [f"?kind={kind}&area={area}&language=cy&fresh=1" for kind, area in product(KINDS, AREAS)],
    "a later page": [f"?page={number}" for number in (50, 500, 2000)],
}


def main() -> None:
    for kind, environment in fresh_networks():
        print(f"\n{kind}: {ENTRIES:,} entries on the Asset Map, {AT_ONCE} readers who never wait")
        run = [sys.executable, "-m", "benchmarks.mapped", str(ENTRIES)]
        subprocess.run(run, env=environment, check=True)
        with _server(environment) as server:
            asyncio.run(_report(TARGETS[kind]))
            print(f"memory of each web process: {_memory(server.pid)} MB")


async def _report(target: int) -> None:
    await _ask_all([""], 8)  # the counts are read and the templates too
    print(f"{'facet':14} {'p50':>8} {'p95':>8} {'p99':>8} {'errors':>7} {'pages/s':>8}")
    for name, queries in FACETS.items():
        answers = await _ask_all(queries, SECONDS)
        mark = "" if answers.percentile(0.95) <= target else "  over the target"
        print(f"{name:14} {answers.line()} {len(answers.seconds) / SECONDS:8.0f}{mark}")


async def _ask_all(queries: list[str], seconds: float) -> Answers:
    answers, end = Answers(), time.perf_counter() + seconds

    async def reader(number: int) -> None:
        while time.perf_counter() < end:
            begin = time.perf_counter()
            query = queries[number % len(queries)]
            number += 1
            status, _size = await get(PORT, f"/cy/asedau/{query}", "")
            answers.seconds.append(time.perf_counter() - begin)
            answers.errors += status != 200

    await asyncio.gather(*(reader(number) for number in range(AT_ONCE)))
    return answers
