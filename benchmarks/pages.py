"""The pages everybody meets, under 50 signed-in readers who each ask every two seconds, on both databases.

Server, database and readers share this machine's cores. Times are milliseconds from the moment a reader
wanted the page (open loop), so a queue shows. Saturation: 16 readers who never wait.
"""

import asyncio
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .databases import fresh_networks
from .load import get, open_loop, saturate

PAGES = (
    "/en/",
    "/en/plan/",
    "/en/activity/",
    "/en/people/",
    "/en/members/",
    "/en/members/promises/",
    "/en/members/numbers/",
)
PORT = 8765
TARGET = 200  # milliseconds, p95


def main() -> None:
    for kind, environment in fresh_networks():
        print(f"\n{kind}: 50 signed-in readers, each asking every 2 s; 5,000 people, 700 organisations")
        _measure(environment)


def _measure(environment: dict[str, str]) -> None:
    run = [sys.executable, "-m"]
    said = subprocess.run(
        [*run, "benchmarks.network", *PAGES], env=environment, check=True, capture_output=True
    )
    network = json.loads(said.stdout)
    with _server(environment) as server:
        asyncio.run(_report(network))
        print(f"memory of each web process: {_memory(server.pid)} MB")
        asyncio.run(_weights())


async def _report(network: dict[str, Any]) -> None:
    print(f"{'page':22} {'p50':>8} {'p95':>8} {'p99':>8} {'errors':>7} {'pages/s':>8} {'queries':>8}")
    for path in PAGES:
        await saturate(PORT, path, network["cookies"], at_once=4, seconds=3)  # templates are read once
        answers = await open_loop(PORT, path, network["cookies"], every=2, seconds=20)
        throughput = await saturate(PORT, path, network["cookies"], at_once=16, seconds=5)
        mark = "" if answers.percentile(0.95) <= TARGET else "  over the target"
        print(f"{path:22} {answers.line()} {throughput:8.0f} {network['queries'][path]:8}{mark}")


@contextmanager
def _server(environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "copronet", "serve", "--port", str(PORT), "--workers", "2"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait()
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=40)


def _wait() -> None:
    for _try in range(100):
        try:
            if asyncio.run(get(PORT, "/healthz", ""))[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the server did not start")


def _memory(parent: int) -> str:
    """Resident memory of the server's web processes, in megabytes."""
    sizes = []
    for status in Path("/proc").glob("[0-9]*/status"):
        text = status.read_text()
        if f"PPid:\t{parent}\n" in text and (size := re.search(r"VmRSS:\s+(\d+)", text)):
            sizes.append(int(size[1]) // 1024)
    return ", ".join(map(str, sorted(sizes)))


async def _weights() -> None:
    """Compressed bytes of the front page with everything it loads."""
    _status, size = await get(PORT, "/en/", "", encoding="br")
    print(f"front page, compressed: {size / 1000:.1f} kB of HTML (what it loads is measured in the tests)")
