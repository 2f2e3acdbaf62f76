"""The versions of a record."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.db.models import Model, QuerySet
from django.utils.encoding import is_protected_type

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.models import Deed, Version

from .deeds import Line, lines
from .differences import changed_labels


def type_of(record: Model) -> str:
    return record._meta.label_lower


def content_of(record: Model) -> dict[str, Any]:
    """The record's own fields and links as plain values, the way a version keeps them; nothing derived."""
    own = [field.name for field in record._meta.concrete_fields if field.editable]
    (row,) = serialize("python", [record], fields=own)
    written: dict[str, Any] = row["fields"]
    # Where the links are records themselves, they have versions of their own.
    plain = [field for field in record._meta.many_to_many if field.remote_field.through._meta.auto_created]  # type: ignore[union-attr]
    return written | {field.name: _linked(record, field.name) for field in plain if field.editable}


def _linked(record: Model, name: str) -> list[Any]:
    """The keys of linked records; the serializer would open a cursor on the server for each few of them."""
    keys = getattr(record, name).values_list("pk", flat=True)
    return [key if is_protected_type(key) else str(key) for key in keys]


def deeds_about(record: Model, verb: str) -> QuerySet[Deed]:
    """Every deed of one kind done to a record."""
    return Deed.objects.filter(object_type=type_of(record), object_id=str(record.pk), verb=verb)


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


class Step(NamedTuple):
    """A version, its line in the journal, and the names of the fields that differ from the one before."""

    version: Version
    line: Line
    changed: list[str]


def steps_of(
    record: Model, reader: Any, *, before: int | None = None, size: int = 25
) -> tuple[list[Step], int | None]:
    """A page of a record's versions, newest first, and the number that the next page hangs on."""
    found = versions_of(record)
    if before is not None:
        found = found.filter(number__lt=before)
    versions = list(found[: size + 1])
    # A record made outside the journal, as the founding does, has no version at all.
    earlier = [*(version.content for version in versions[1:]), {}][: len(versions)]
    shown = lines([version.deed for version in versions], reader, own=True)
    steps = [
        Step(version, line, changed_labels(type(record), old, version.content))
        for version, line, old in zip(versions, shown, earlier, strict=True)
    ][:size]
    return steps, steps[-1].version.number if len(versions) > size else None


class Found(NamedTuple):
    """A record that a reader may see, how it was registered, and whether they may edit it."""

    record: Model
    registered: registry.Record
    is_editor: bool


def record_and_rights(object_type: str, object_id: str, reader: Any) -> Found | None:
    """The record of that type and id with this reader's rights; None where it is not there for them."""
    registered = registry.record(object_type)
    if registered is None:
        return None
    try:
        record = registered.model._base_manager.filter(pk=object_id).first()
    except (ValueError, ValidationError, OverflowError):
        return None
    if record is None or not registered.may_be_seen(reader, record):
        return None
    return Found(record, registered, registered.may_be_edited(reader, record))
