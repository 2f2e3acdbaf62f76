"""Reading the journal: versions of a record, what changed between two, and the latest deeds."""

from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from django.core.serializers import serialize
from django.db.models import Model, QuerySet

from . import registry
from .models import Deed, Version

Side = Literal["same", "removed", "added"]


class Piece(NamedTuple):
    """A run of words in a readable difference."""

    side: Side
    text: str


class Change(NamedTuple):
    """What happened to one field between two versions."""

    field: str
    pieces: tuple[Piece, ...]


def type_of(record: Model) -> str:
    return record._meta.label_lower


def content_of(record: Model) -> dict[str, Any]:
    """The record's own fields and links as plain values, the way a version keeps them."""
    (row,) = serialize("python", [record])
    return dict(row["fields"])


def versions_of(record: Model) -> QuerySet[Version]:
    """Newest first, each with the deed that made it."""
    return (
        Version.objects.filter(object_type=type_of(record), object_id=str(record.pk))
        .select_related("deed__actor", "deed__for_organisation", "deed__for_person")
        .order_by("-number")
    )


def version_number(record: Model) -> int:
    """The number of the newest version; 0 while there is none."""
    newest = versions_of(record).values_list("number", flat=True).first()
    return newest or 0


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Field by field, word by word, what ``after`` says differently."""
    fields = [name for name in after if before.get(name) != after[name]]
    return [Change(name, tuple(_pieces(before.get(name), after[name]))) for name in fields]


def _pieces(before: Any, after: Any) -> list[Piece]:
    old, new = _words(before), _words(after)
    found: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece("same", " ".join(old[a:b])))
            continue
        if a < b:
            found.append(Piece("removed", " ".join(old[a:b])))
        if c < d:
            found.append(Piece("added", " ".join(new[c:d])))
    return found


def _words(value: Any) -> list[str]:
    return [] if value is None else str(value).split()


def latest_deeds(*, public_only: bool = True) -> QuerySet[Deed]:
    """Newest first, with the people and organisations named in them."""
    deeds = Deed.objects.select_related("actor", "for_organisation", "for_person")
    if public_only:
        codes = [verb.code for verb in registry.verbs() if verb.is_public]
        deeds = deeds.filter(verb__in=codes)
    return deeds
