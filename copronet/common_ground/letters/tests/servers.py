"""Small local servers that speak the real protocols."""

import re
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller


class PostOffice:
    """An SMTP server that keeps what it is given; ``refuses`` maps an address to its answer."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, list[str], bytes]] = []
        self.refuses: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802  (aiosmtpd's name)
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
        self, _server: Any, _session: Any, envelope: Any
    ) -> str:
        self.kept.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 Kept"


@contextmanager
def post_office() -> Iterator[tuple[PostOffice, int]]:
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=_free_port())
    controller.start()
    try:
        yield office, controller.port
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class MailFolder(socketserver.StreamRequestHandler):
    """As much of IMAP4rev1 (RFC 3501) as fetching unread letters needs."""

    server: "Mailboxes"

    def handle(self) -> None:
        self.say("* OK [CAPABILITY IMAP4rev1] ready")
        while line := self.rfile.readline():
            tag, command, *rest = line.decode().strip().split(" ", 2)
            words = rest[0] if rest else ""
            if command.upper() == "UID":
                command, words = words.split(" ", 1)
            getattr(self, f"do_{command.lower()}")(tag, words)
            if command.upper() == "LOGOUT":
                return

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def do_capability(self, tag: str, _words: str) -> None:
        self.say("* CAPABILITY IMAP4rev1")
        self.say(f"{tag} OK done")

    def do_login(self, tag: str, words: str) -> None:
        right = words == f'{self.server.account} "{self.server.password}"'
        self.say(f"{tag} OK welcome" if right else f"{tag} NO [AUTHENTICATIONFAILED] wrong password")

    def do_select(self, tag: str, words: str) -> None:
        if words.strip('"') != "INBOX":
            self.say(f"{tag} NO there is no such folder")
            return
        self.say(f"* {len(self.server.letters)} EXISTS")
        self.say(f"{tag} OK [READ-WRITE] chosen")

    def do_search(self, tag: str, words: str) -> None:
        assert words == "UNSEEN"
        unread = [str(uid) for uid in self.server.letters if uid not in self.server.read]
        self.say(" ".join(["* SEARCH", *unread]))
        self.say(f"{tag} OK done")

    def do_fetch(self, tag: str, words: str) -> None:
        uid, what = words.split(" ", 1)
        assert what == "(BODY.PEEK[])"
        raw = self.server.letters[int(uid)]
        self.wfile.write(f"* 1 FETCH (UID {uid} BODY[] {{{len(raw)}}}\r\n".encode() + raw + b")\r\n")
        self.say(f"{tag} OK done")

    def do_store(self, tag: str, words: str) -> None:
        found = re.fullmatch(r"(\d+) \+FLAGS \(\\Seen\)", words)
        assert found
        self.server.read.add(int(found[1]))
        self.say(f"{tag} OK done")

    def do_logout(self, tag: str, _words: str) -> None:
        self.say("* BYE")
        self.say(f"{tag} OK done")


class Mailboxes(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, letters: list[bytes]) -> None:
        super().__init__(("127.0.0.1", 0), MailFolder)
        self.letters = dict(enumerate(letters, start=7))
        self.read: set[int] = set()
        self.account, self.password = "post", "cyf+rin/air"

    @property
    def url(self) -> str:
        return f"imap://post:cyf%2Brin%2Fair@127.0.0.1:{self.server_address[1]}/INBOX"


@contextmanager
def mailboxes(*letters: bytes) -> Iterator[Mailboxes]:
    with Mailboxes(list(letters)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def part_of(message: Message, kind: str) -> str:
    part = next(part for part in message.walk() if part.get_content_type() == kind)
    return part.get_payload(decode=True).decode()
