"""Reading a message that anybody may have made: whatever is wrong with it, nothing here raises.

Python's own parser notes faults instead of raising, but its headers are parsed when they are asked for, and
some broken ones do raise then; every access to a stranger's message therefore goes through what follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses
from html.parser import HTMLParser
from typing import Any

from mailparser_reply import EmailReplyParser

from copronet.common_ground.letters.emails import REPLY_LINE

MOST_PARTS = 100
LONGEST_TEXT = 50_000  # characters that are looked at
MARK = REPLY_LINE.strip("# ").partition(" · ")[0]

# "Ar Llun 3 Tach 2026 am 10:02, ysgrifennodd Mair Enghraifft <…>:" and other orders that mail programs use.
WELSH_QUOTE = re.compile(
    r"^[> ]*(?:Ar|Ddydd|Dydd) [^\n]{4,200}(?:\n[^\n]{0,200})?"
    r"(?:ysgrifennodd|dywedodd|anfonodd|wedi ysgrifennu)[^\n]{0,200}:\s*$",
    re.MULTILINE | re.IGNORECASE,
)
WELSH_HEADERS = re.compile(
    r"^(?:-{2,} ?Neges wreiddiol ?-{2,}|[* ]*(?:Oddi wrth|Gan|Anfonwyd|At|Pwnc|Dyddiad):[^\n]*\n"
    r"[* ]*(?:Oddi wrth|Gan|Anfonwyd|At|Pwnc|Dyddiad):)",
    re.MULTILINE | re.IGNORECASE,
)
SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
SENT_FROM = re.compile(
    r"^(?:Sent from my|Get Outlook for|Anfonwyd o(?:'m| fy)?|Anfonwyd gan fy) [^\n]{1,60}\s*\Z",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Mail:
    """A stranger's message, read safely."""

    message: Message

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Mail":
        return cls(message_from_bytes(raw, policy=policy.default))

    def header(self, name: str) -> str:
        """A header's text on one line; empty when it is not there or cannot be read."""
        return next(iter(self.headers(name)), "")

    def headers(self, name: str) -> list[str]:
        try:
            found = self.message.get_all(name) or []
            return [" ".join(str(value).split()) for value in found]
        except Exception:  # noqa: BLE001  (broken headers raise many kinds of error)
            return []

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
                    return as_text(_content(part)[:LONGEST_TEXT])
        return ""


def _content(part: Message) -> str:
    try:
        content: Any = part.get_content() if isinstance(part, EmailMessage) else part.get_payload(decode=True)
    except Exception:  # noqa: BLE001  (unknown character sets, broken encodings)
        content = _payload(part)
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else str(content)
    return text.replace("\x00", "").replace("\r\n", "\n")


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001  (as above)
        return b""
    return payload if isinstance(payload, bytes) else b""


def without_quotes(text: str) -> str:
    """The newest words of a message: above our line, above a quote's heading, or between quoted lines."""
    text = _above(text, text.find(MARK))
    for pattern in (WELSH_QUOTE, WELSH_HEADERS):
        text = _unless_first(text, pattern)
    newest = EmailReplyParser(languages=["en"]).read(text).replies[0]
    words = newest.content.replace(newest.headers or "", "", 1)
    words = "\n".join(line for line in words.split("\n") if not line.startswith(">"))
    return SENT_FROM.sub("", SIGNATURE.split(words)[0].strip()).strip()


def _above(text: str, place: int) -> str:
    """The text above a place, without the line the place is in; all of it when there is no such place."""
    return text if place < 0 else text[:place].rpartition("\n")[0]


def _unless_first(text: str, pattern: re.Pattern[str]) -> str:
    """What stands above a quote's heading; when nothing does, the answer is below and the heading goes."""
    found = pattern.search(text)
    if found is None:
        return text
    above = text[: found.start()]
    return above if above.strip() else text[found.end() :]


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
