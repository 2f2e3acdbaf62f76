"""Taking off what an answer quotes, in Welsh and in English, line by line.

Losing a person's words is worse than keeping a signature too many: only what is plainly quoted goes.
"""

import re

from copronet.common_ground.letters.emails import REPLY_LINE

MARK = REPLY_LINE.strip("# ").partition(" · ")[0]
LONGEST_LINE = 500  # characters; a longer one is nobody's heading

OPENS = re.compile(r"[> ]*(?:On|Ar|Dydd|Ddydd|Le)\b|.{0,200}<[^<>\s]{3,200}@[^<>\s]{3,200}>", re.IGNORECASE)
CLOSES = re.compile(r"\b(?:wrote|ysgrifennodd|dywedodd|anfonodd)\b.{0,300}:$", re.IGNORECASE)
ORIGINAL = re.compile(
    r"[> ]*-{2,20} ?(?:Original Message|Neges wreiddiol|Forwarded message|Neges wedi'i hanfon ymlaen) ?-{2,20}",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"[>* ]*(?:From|Sent|To|Subject|Date|Cc|Oddi wrth|Gan|Anfonwyd|At|Pwnc|Dyddiad|Copi)\*?: ?\S",
    re.IGNORECASE,
)
SENT_FROM = re.compile(
    r"(?:Sent from my|Get Outlook for|Anfonwyd o'm|Anfonwyd o fy|Anfonwyd gan fy) .{1,60}$", re.IGNORECASE
)


def without_quotes(text: str) -> str:
    """The newest words of a message: above the quote's heading or our line, or else below and between quotes."""
    lines = [line.strip() for line in text.split("\n")]
    first, after = _heading(lines)
    own = _unquoted(lines[:first])
    if not any(own):
        own = _unquoted(lines[after:])
    return "\n".join(_without_signature(own)).strip()


def _heading(lines: list[str]) -> tuple[int, int]:
    """Where the heading of a quote begins, and the line after it; the end of the text when there is none."""
    for number, line in enumerate(lines):
        if len(line) > LONGEST_LINE or not line:
            continue
        if MARK in line:
            # Unmarked, what follows is our letter; marked, the answer may stand between its lines.
            return number, number + 1 if line.startswith(">") else len(lines)
        length = _length_of_heading(lines[number : number + 4])
        if length:
            return number, number + length
    return len(lines), len(lines)


def _length_of_heading(lines: list[str]) -> int:
    """How many of these lines, from the first, are the heading of a quote; 0 when none is."""
    if ORIGINAL.match(lines[0]):
        return 1
    fields = sum(1 for line in lines if len(line) <= LONGEST_LINE and FIELD.match(line))
    begins = bool(FIELD.match(lines[0])) + lines[0].startswith("_" * 10) * 2
    if begins and begins + fields >= 4:
        return len(lines)
    if not OPENS.match(lines[0]):
        return 0
    for length in (1, 2, 3):
        joined = " ".join(lines[:length])
        if len(joined) <= LONGEST_LINE and CLOSES.search(joined):
            return length
    return 0


def _unquoted(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith(">")]


def _without_signature(lines: list[str]) -> list[str]:
    own = lines[: lines.index("--")] if "--" in lines else lines
    while own and _says_nothing(own[-1]):
        own = own[:-1]
    return own


def _says_nothing(line: str) -> bool:
    return not line or (len(line) < LONGEST_LINE and SENT_FROM.match(line) is not None)
