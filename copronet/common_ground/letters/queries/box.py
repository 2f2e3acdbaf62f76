"""The letter box of a development or demonstration site: what Django's file-based mail wrote down."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings

# Django's file-based backend writes this line after each message.
BETWEEN = b"\n" + b"-" * 79 + b"\n"
SHOWN = 50


@dataclass(frozen=True)
class BoxedLetter:
    """One letter in the box. ``key`` names it in addresses."""

    key: str
    to: str
    subject: str
    sent: datetime | None
    language: str
    text: str
    html: str


def letter_box() -> list[BoxedLetter]:
    """The letters sent from this machine, the newest first, fifty at most."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or "absent")
    files = sorted(folder.glob("*.log"), key=lambda file: (file.stat().st_mtime, file.name), reverse=True)
    letters: list[BoxedLetter] = []
    for file in files[:SHOWN]:
        letters += reversed(
            [_boxed(f"{file.stem}.{number}", raw) for number, raw in enumerate(_messages(file))]
        )
    return letters[:SHOWN]


def _messages(file: Path) -> list[bytes]:
    return [raw for raw in file.read_bytes().split(BETWEEN) if raw.strip()]


def _boxed(key: str, raw: bytes) -> BoxedLetter:
    message = message_from_bytes(raw, policy=policy.default)
    return BoxedLetter(
        key=key,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        sent=parsedate_to_datetime(message["Date"]) if message["Date"] else None,
        language=str(message["Content-Language"] or ""),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""
