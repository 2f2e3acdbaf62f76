"""A small load generator: readers who ask on time, whether or not the last answer has come."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle


@dataclass
class Answers:
    """Times in seconds from the moment a reader wanted the page to its last byte; and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0

    def percentile(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000

    def line(self) -> str:
        return " ".join(f"{self.percentile(share):8.0f}" for share in (0.5, 0.95, 0.99)) + f" {self.errors:7}"


async def get(port: int, path: str, cookie: str, encoding: str = "gzip") -> tuple[int, int]:
    """One GET on a connection of its own; gives the status and the size of the body in bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = (
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Accept-Encoding: {encoding}\r\nCookie: {cookie}\r\n\r\n"
    )
    writer.write(request.encode())
    await writer.drain()
    answer = await reader.read()
    writer.close()
    head, _blank, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), len(body)


async def open_loop(port: int, path: str, cookies: Sequence[str], *, every: float, seconds: float) -> Answers:
    """Each reader asks for the page every so many seconds, evenly spread; waiting counts as slowness."""
    answers = Answers()
    begin = time.perf_counter()

    async def ask(at: float, cookie: str) -> None:
        await asyncio.sleep(max(0, begin + at - time.perf_counter()))
        await _ask(answers, port, path, cookie, since=begin + at)

    readers = len(cookies)
    times = [
        (number * every / readers + lap * every, cookies[number])
        for number in range(readers)
        for lap in range(int(seconds / every))
    ]
    await asyncio.gather(*(ask(at, cookie) for at, cookie in times))
    return answers


async def saturate(port: int, path: str, cookies: Sequence[str], *, at_once: int, seconds: float) -> float:
    """Pages per second when ``at_once`` readers ask again as soon as they are answered."""
    answers, end = Answers(), time.perf_counter() + seconds
    supply = cycle(cookies)

    async def reader() -> None:
        while time.perf_counter() < end:
            await _ask(answers, port, path, next(supply), since=time.perf_counter())

    await asyncio.gather(*(reader() for _ in range(at_once)))
    return len(answers.seconds) / seconds


async def _ask(answers: Answers, port: int, path: str, cookie: str, *, since: float) -> None:
    try:
        status, _size = await get(port, path, cookie)
    except OSError:
        answers.errors += 1
        return
    answers.seconds.append(time.perf_counter() - since)
    answers.errors += status != 200
