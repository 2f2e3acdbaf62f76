"""Where a text shows what a query asked for, whatever the form, and which piece of it to show."""

from collections.abc import Iterable
from typing import NamedTuple

from copronet.engines.cymraeg.finding.analysis import Analyser


class Span(NamedTuple):
    """A stretch of a text, in characters."""

    start: int
    end: int


def highlight(text: str, asked: Iterable[str], language: str, analyser: Analyser) -> tuple[Span, ...]:
    """Return the stretches of a text that have one of the keys asked for, in order and apart."""
    wanted = frozenset(asked)
    found = sorted(Span(key.start, key.end) for key in analyser.analyse(text, language) if key.key in wanted)
    joined: list[Span] = []
    for span in found:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def best_piece(text: str, found: tuple[Span, ...], length: int = 200) -> Span:
    """Return the stretch of about ``length`` characters with most of what was found, cut between words."""
    if len(text) <= length:
        return Span(0, len(text))
    starts = [span.start for span in found] or [0]
    begin = max(
        starts, key=lambda start: sum(start <= span.start and span.end <= start + length for span in found)
    )
    begin = max(0, min(begin - length // 5, len(text) - length))
    return Span(_after_space(text, begin), _before_space(text, begin + length))


def _after_space(text: str, at: int) -> int:
    if at == 0 or text[at - 1].isspace():
        return at
    space = next((place for place in range(at, min(at + 30, len(text))) if text[place].isspace()), at - 1)
    return space + 1


def _before_space(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    return next((place for place in range(at, max(at - 30, 0), -1) if text[place].isspace()), at)
