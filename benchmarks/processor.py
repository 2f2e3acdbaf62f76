"""Processor time that one page costs the web processes and the database together, by /proc.

Tells slow pages from quick ones even while other work keeps the machine busy, when times do not. Milliseconds.
On SQLite the database is part of the web process; on PostgreSQL its processes for this database are counted too.
"""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from .databases import NAME, fresh_networks
from .load import get
from .pages import PAGES, PORT, _server

TIMES = 60
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    for kind, environment in fresh_networks():
        print(f"\n{kind}: processor time of a page; 5,000 members, 700 organisations, 60,000 movements")
        cookies = _cookies(environment)
        with _server(environment) as server:
            asyncio.run(_report(cookies, server.pid))


def _cookies(environment: dict[str, str]) -> dict[str, list[str]]:
    """The sessions of those who read each page, after the network has been filled."""
    members = _said(environment, "benchmarks.network", *PAGES)["cookies"]
    return dict.fromkeys(PAGES, members) | _said(environment, "benchmarks.giving")["cookies"]


def _said(environment: dict[str, str], module: str, *words: str) -> Any:
    command = [sys.executable, "-m", module, *words]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return json.loads(said.stdout.splitlines()[-1])


async def _report(cookies: dict[str, list[str]], parent: int) -> None:
    print(f"{'page':28} {'web':>6} {'database':>9} {'together':>9}")
    for path, theirs in cookies.items():
        for cookie in theirs[:6]:  # templates are read once
            await get(PORT, path, cookie)
        before = _used(parent)
        for number in range(TIMES):
            await get(PORT, path, theirs[number % len(theirs)])
        web, database = ((now - then) / TIMES for now, then in zip(_used(parent), before, strict=True))
        print(f"{path:28} {web:6.1f} {database:9.1f} {web + database:9.1f}")


def _used(parent: int) -> tuple[float, float]:
    """Milliseconds that the web processes and the database's own have worked so far."""
    web = database = 0.0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_text().replace("\0", " ")
            said = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        worked = (int(said[11]) + int(said[12])) / TICKS * 1000
        if int(said[1]) == parent and "copronet work" not in command:
            web += worked
        elif NAME in command:
            database += worked
    return web, database
