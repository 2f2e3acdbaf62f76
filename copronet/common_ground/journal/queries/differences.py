"""A readable difference between two versions: field by field, word by word."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import BooleanField, DateField, Field, ForeignKey, ManyToManyField, Model
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Side = Literal["same", "removed", "added"]

# Above so many words on each side, frequent words no longer count when looking for what stayed the same.
LONG = 2_000
LANGUAGE_MARKS = {"cy": " (Cymraeg)", "en": " (English)", "": ""}


class Piece(NamedTuple):
    """A run of words in a readable difference."""

    side: Side
    text: str

    @property
    def words(self) -> str:
        """The text without the space after it, which is neither taken out nor put in."""
        return self.text.rstrip()

    @property
    def space(self) -> str:
        return self.text[len(self.words) :]


class Change(NamedTuple):
    """What happened to one field between two versions; label and language once `labelled` has seen it."""

    field: str
    pieces: tuple[Piece, ...]
    label: "str | _StrPromise" = ""
    language: str = ""


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """Field by field, word by word, what ``after`` says differently. Spaces alone make no difference."""
    fields = [*after, *(name for name in before if name not in after)]
    found = [Change(name, tuple(_pieces(before.get(name), after.get(name)))) for name in fields]
    return [change for change in found if any(piece.side != "same" for piece in change.pieces)]


def labelled(model: type[Model], before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """The same for people to read: fields by the names people know, related records by theirs."""
    names = _related_names(model, [before, after])
    return [
        Change(change.field, change.pieces, _label(model, change.field), _language(model, change.field))
        for change in changes(_readable(model, before, names), _readable(model, after, names))
    ]


def changed_labels(model: type[Model], before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of the fields that two versions disagree about; asks the database nothing."""
    return [
        _label(model, name) + LANGUAGE_MARKS[_language(model, name)]
        for name in after
        if _words(before.get(name)) != _words(after[name]) and not _is_made_by_itself(model, name)
    ]


def _pieces(before: Any, after: Any) -> list[Piece]:
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=len(old) > LONG and len(new) > LONG)
    found: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece("same", "".join(new[c:d])))
            continue
        if a < b:
            found.append(Piece("removed", "".join(old[a:b])))
        if c < d:
            found.append(Piece("added", "".join(new[c:d])))
    return [*map(_apart, found, found[1:]), *found[-1:]]


def _apart(piece: Piece, following: Piece) -> Piece:
    """A piece with something after it keeps a space between; what was replaced ends no line of its own."""
    if piece.side == "removed" and following.side == "added":
        return Piece(piece.side, piece.words + " ")
    return piece if piece.space else Piece(piece.side, piece.text + " ")


def _words(value: Any) -> list[str]:
    """Each word with the space that follows it."""
    return [] if value is None else re.findall(r"\S+\s*", _text(value))


def _bare(words: list[str]) -> list[str]:
    return [word.rstrip() for word in words]


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _field(model: type[Model], name: str) -> "Field[Any, Any] | ManyToManyField[Any, Any] | None":
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) else None


def _label(model: type[Model], name: str) -> str:
    field = _field(model, name)
    return str(capfirst(field.verbose_name)) if field else name


def _language(model: type[Model], name: str) -> str:
    """``cy`` or ``en`` when the field is one side of a pair, else nothing."""
    stem, _underscore, side = name.rpartition("_")
    other = {"cy": "en", "en": "cy"}.get(side)
    return side if other and _field(model, f"{stem}_{other}") else ""


def _is_made_by_itself(model: type[Model], name: str) -> bool:
    """A side of a pair that nobody writes, such as the key by which names are put in order."""
    field = _field(model, name)
    return field is not None and not field.editable and bool(_language(model, name))


def _readable(
    model: type[Model], content: dict[str, Any], names: dict[tuple[type[Model], str], str]
) -> dict[str, Any]:
    return {
        name: _said(_field(model, name), value, names)
        for name, value in content.items()
        if not _is_made_by_itself(model, name)
    }


def _said(field: Any, value: Any, names: dict[tuple[type[Model], str], str]) -> Any:
    """One value the way a person would say it."""
    if field is None or value is None or value == "":
        return value
    if isinstance(field, ForeignKey | ManyToManyField):
        keys = value if isinstance(value, list) else [value]
        return [names.get((field.related_model, str(key)), str(key)) for key in keys]
    if isinstance(field, BooleanField):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _said_date(value) if isinstance(field, DateField) else value


def _said_date(value: Any) -> str:
    moment = parse_datetime(str(value)) if "T" in str(value) else None
    if moment:
        return date_format(localtime(moment), "DATETIME_FORMAT")
    day = parse_date(str(value)[:10])
    return date_format(day) if day else str(value)


def _related_names(
    model: type[Model], contents: Iterable[dict[str, Any]]
) -> dict[tuple[type[Model], str], str]:
    """The names of every related record that the contents mention: one query for each kind of them."""
    wanted: dict[type[Model], set[Any]] = {}
    for content in contents:
        for name, value in content.items():
            field = _field(model, name)
            if isinstance(field, ForeignKey | ManyToManyField) and value:
                wanted.setdefault(field.related_model, set()).update(
                    value if isinstance(value, list) else [value]
                )
    return {
        (related, str(record.pk)): str(record)
        for related, keys in wanted.items()
        for record in _present(related, keys)
    }


def _present(related: type[Model], keys: set[Any]) -> list[Model]:
    try:
        return list(related._base_manager.filter(pk__in=keys))
    except (ValueError, ValidationError):
        return []
