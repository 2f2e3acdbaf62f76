"""The doors by which letters come in: each letter is kept first, once, and read in the background."""

import hashlib
import imaplib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from django.db import transaction

from copronet.common_ground.letters.models import BIGGEST, Received
from copronet.common_ground.work.actions import enqueue

from .parsing import Mail

logger = logging.getLogger("copronet.letters")

HEADERS = 64 * 1024  # bytes of a letter that is too big: enough to know who wrote, and to answer
PATIENCE = 30  # seconds for the IMAP server to answer


@transaction.atomic
def receive(raw: bytes, *, recipient: str = "") -> Received | None:
    """Keep a letter that came in and have it read. None when it came in before, by whichever door."""
    mail = Mail.from_bytes(raw[:HEADERS])
    key = hashlib.sha256(mail.message_id.encode("utf-8", "replace") or raw).hexdigest()
    received, is_new = Received.objects.get_or_create(
        key=key,
        defaults={
            "raw": raw if len(raw) <= BIGGEST else raw[:HEADERS],
            "size": len(raw),
            "recipient": recipient[:254],
            "sender": mail.sender[:254],
        },
    )
    if not is_new:
        return None
    enqueue("letters.read", received=received.pk)
    return received


def fetch(url: str) -> int:
    """Take in every unread letter of an IMAP folder and mark it read; how many were new.

    ``url`` is ``imaps://account:password@host:port/FOLDER``. With ``imap://`` the connection must become a
    secret one (STARTTLS) before the password goes over it, except on this very machine. Raises OSError when
    the folder cannot be reached or opened.
    """
    fresh = 0
    with _folder(url) as folder:
        for number in _numbers(folder.uid("search", "UNSEEN")[1]):
            raw = _raw(folder.uid("fetch", number, "(BODY.PEEK[])")[1])
            fresh += receive(raw) is not None
            # Only now: a letter that could not be kept is fetched again.
            folder.uid("store", number, "+FLAGS", r"(\Seen)")
    return fresh


@contextmanager
def _folder(url: str) -> Iterator[imaplib.IMAP4]:
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    if parts.scheme == "imaps":
        door: imaplib.IMAP4 = imaplib.IMAP4_SSL(host, parts.port or 993, timeout=PATIENCE)
    else:
        door = imaplib.IMAP4(host, parts.port or 143, timeout=PATIENCE)
    with door:
        if parts.scheme == "imap" and host not in {"localhost", "127.0.0.1", "::1"}:
            door.starttls()
        _sign_in(door, unquote(parts.username or ""), unquote(parts.password or ""))
        name = unquote(parts.path.strip("/")) or "INBOX"
        status, answer = door.select(f'"{name}"')
        if status != "OK":
            raise OSError(f"IMAP: {name}: {answer}")
        yield door


def _sign_in(door: imaplib.IMAP4, account: str, password: str) -> None:
    try:
        door.login(account, password)
    except imaplib.IMAP4.error as refusal:
        raise OSError(f"IMAP: {refusal}") from refusal


def _numbers(answer: list[bytes | None]) -> list[str]:
    return [number.decode() for line in answer if line for number in line.split()]


def _raw(answer: list[bytes | tuple[bytes, bytes]]) -> bytes:
    return next((piece[1] for piece in answer if isinstance(piece, tuple)), b"")
