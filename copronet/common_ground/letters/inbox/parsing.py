"""Reading a message that anybody may have made: whatever is wrong with it, nothing here raises or takes long.

Python's older message policy is used, which hands out headers unread; what is read of them is short and read
below. Everything that looks into a text goes through it once, line by line.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from html.parser import HTMLParser

from .quotes import without_quotes

MOST_PARTS = 100
LONGEST_TEXT = 50_000  # characters that are looked at
LONGEST_HEADER = 4_000


@dataclass(frozen=True)
class Mail:
    """A stranger's message, read safely."""

    message: Message

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Mail":
        try:
            return cls(message_from_bytes(raw, policy=policy.compat32))
        except (RecursionError, ValueError):  # parts within parts within parts
            return cls(Message())

    def header(self, name: str) -> str:
        """A header's text on one line; empty when it is not there or cannot be read."""
        return next(iter(self.headers(name)), "")

    def headers(self, name: str) -> list[str]:
        wanted = name.lower()
        return [_plain(value) for key, value in self.message.raw_items() if key.lower() == wanted]

    def addresses(self, *names: str) -> list[str]:
        """The bare addresses in these headers, in small letters."""
        found = getaddresses([value for name in names for value in self.headers(name)])
        return [address.lower() for _name, address in found if "@" in address]

    @property
    def sender(self) -> str:
        """Who it says it is from; empty unless it is exactly one."""
        senders = set(self.addresses("From"))
        return senders.pop() if len(senders) == 1 else ""

    @property
    def message_id(self) -> str:
        return self.header("Message-ID")[:255]

    def parts(self) -> Iterator[Message]:
        """Every part, to a limit: a message can be made of thousands."""
        for number, part in enumerate(self.message.walk()):
            if number >= MOST_PARTS:
                return
            yield part

    @property
    def has_too_many_parts(self) -> bool:
        return sum(1 for _part in self.parts()) >= MOST_PARTS

    def own_words(self) -> str:
        """What the sender wrote, without what they quoted; empty when there are no words."""
        return without_quotes(self.text())

    def text(self) -> str:
        """The first plain text, or else the first HTML as plain text."""
        for kind, as_text in (("text/plain", str), ("text/html", html_as_text)):
            for part in self.parts():
                if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                    return as_text(content_of(part)[:LONGEST_TEXT])
        return ""


def _plain(value: object) -> str:
    """A raw header as readable text on one line; one that is absurdly long says nothing."""
    text = str(value)
    if len(text) > LONGEST_HEADER:
        return ""
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(ValueError, LookupError, AssertionError):  # broken encodings, unknown character sets
        text = str(make_header(decode_header(text)))
    return " ".join(text.replace("\x00", "").split())


def content_of(part: Message) -> str:
    """The text of one part, with what cannot be decoded replaced."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        text = raw.decode(part.get_content_charset() or "utf-8", "replace")
    except (LookupError, ValueError):  # a character set nobody knows
        text = raw.decode("utf-8", "replace")
    return text.replace("\x00", "").replace("\r\n", "\n")


class _Reader(HTMLParser):
    BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "table", "blockquote"})
    SILENT = frozenset({"style", "script", "head", "title", "blockquote"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BLOCKS:
            self.words.append("\n")
        if tag in self.SILENT or (self.silent and tag == self.silent[-1]):
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag in self.BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def html_as_text(html: str) -> str:
    """The words of an HTML message, without what it quotes in a blockquote."""
    reader = _Reader()
    try:
        reader.feed(html)
    except Exception:  # noqa: BLE001  (a stranger's HTML)
        return ""
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
