"""The ledger and a member's statement with 5,000 members and 60,000 movements, on both databases.

50 members each ask for their statement every two seconds; ten of the staff do the same with the ledger's
first page. Times are milliseconds from the moment a reader wanted the page.
"""

import asyncio
import json
import subprocess
import sys
from typing import Any

from .databases import fresh_networks
from .load import open_loop, saturate
from .pages import PORT, _server

TARGETS = {"/en/books/ledger/": 200, "/en/what-i-give/statement/": 150}  # milliseconds, p95


def main() -> None:
    for kind, environment in fresh_networks():
        print(f"\n{kind}: 5,000 members, 60,000 movements")
        _measure(environment)


def _measure(environment: dict[str, str]) -> None:
    fill = [sys.executable, "-m", "benchmarks.giving"]
    said = subprocess.run(fill, env=environment, check=True, capture_output=True, text=True)
    giving = json.loads(said.stdout.splitlines()[-1])
    print(f"the books balance: {giving['balances']}")
    with _server(environment):
        asyncio.run(_report(giving))


async def _report(giving: dict[str, Any]) -> None:
    print(f"{'page':28} {'p50':>8} {'p95':>8} {'p99':>8} {'errors':>7} {'queries':>8}")
    for path, target in TARGETS.items():
        cookies = giving["cookies"][path]
        await saturate(PORT, path, cookies, at_once=2, seconds=3)  # templates are read once
        answers = await open_loop(PORT, path, cookies, every=2, seconds=20)
        mark = "" if answers.percentile(0.95) <= target else "  over the target"
        print(f"{path:28} {answers.line()} {giving['queries'][path]:8}{mark}")
