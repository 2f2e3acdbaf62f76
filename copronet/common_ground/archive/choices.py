"""What an archive is made of, and the one error it can give."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FORMAT = "copronet-archive"
FORMAT_NUMBER = 1
MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "files/"
PIECE = 1024 * 1024  # bytes held in memory at a time


class ArchiveRefused(ValidationError):
    """The archive cannot be trusted or does not belong here. Nothing was touched."""


@dataclass(frozen=True)
class Entry:
    """One part of the archive: its size in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the archive holds. ``kind`` is the database's kind, which it must go back into."""

    made_at: str
    kind: str
    migrations: list[str]
    entries: dict[str, Entry] = field(default_factory=dict)
    format: str = FORMAT
    number: int = FORMAT_NUMBER

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: Any) -> Self:
        """Raises `ArchiveRefused` for anything that is not a manifest of ours."""
        try:
            entries = {name: Entry(**entry) for name, entry in value["entries"].items()}
            return cls(**{**value, "entries": entries})
        except (KeyError, TypeError, AttributeError) as slip:
            raise ArchiveRefused(_("This is not an archive made by copronet.")) from slip
