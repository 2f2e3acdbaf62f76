"""The passages of a record, and the translators' queue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Count, Min, Model, Q
from django.utils.text import capfirst

from copronet.common_ground.journal import registry
from copronet.common_ground.journal.models import Version
from copronet.common_ground.journal.queries import Change, content_of, labelled, type_of
from copronet.common_ground.languages.choices import Language, State
from copronet.common_ground.languages.models import Passage, pairs_of

WAITING = (State.MISSING, State.OUT_OF_DATE, State.TRANSLATED)


def passages_of(record: Model) -> dict[str, Passage]:
    """The passages of a record by the name of their field, such as ``name_cy``."""
    found = Passage.objects.filter(object_type=type_of(record), object_id=str(record.pk))
    return {f"{passage.field}_{passage.language}": passage for passage in found}


def rooms_with_words() -> list[tuple[str, str]]:
    """The rooms that registered records with pairs, as (label, name)."""
    labels = {kept.room for kept in registry.records().values() if any(pairs_of(kept.model))}
    named = [(label, str(capfirst(apps.get_app_config(label).verbose_name))) for label in labels]
    return sorted(named, key=lambda room: room[1].casefold())


def kinds_of_room(room: str = "") -> list[str]:
    """The kinds of record that a room registered; of every room when none is named."""
    return [kind for kind, kept in registry.records().items() if room in ("", kept.room)]


def waiting(*, language: str = "", room: str = "") -> Any:
    """What waits for a translator: a queryset with one row for each record and language, oldest first."""
    found = Passage.objects.filter(object_type__in=kinds_of_room(room), state__in=WAITING)
    if language:
        found = found.filter(language=language)
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in WAITING}
    return (
        found.values("object_type", "object_id", "language")
        .annotate(oldest=Min("since"), **counts)
        .order_by("oldest", "object_type", "object_id", "language")
    )


@dataclass(frozen=True)
class Waiting:
    """What waits of one record in one language, for a translator to read."""

    object_type: str
    object_id: str
    name: Any
    kind: str
    language: Language
    since: datetime
    states: list[tuple[State, int]]
    opens_elsewhere: bool  # on a screen of its own, made by Wagtail, which needs scripts


def waiting_rows(rows: Iterable[Mapping[str, Any]], reader: Any) -> list[Waiting]:
    """The rows of `waiting` with their names; a record that is gone or private to others is left out.

    Asks once for each kind of record, however many rows there are.
    """
    rows = list(rows)
    records = _records_of(rows)
    found = []
    for row in rows:
        kept = registry.records()[row["object_type"]]
        record = records.get((row["object_type"], row["object_id"]))
        if record is not None and kept.may_be_seen(reader, record):
            found.append(_waiting(row, kept, record))
    return found


def _waiting(row: Mapping[str, Any], kept: registry.Record, record: Model) -> Waiting:
    return Waiting(
        object_type=row["object_type"],
        object_id=row["object_id"],
        name=kept.name(record),
        kind=str(capfirst(kept.model._meta.verbose_name)),
        language=Language(row["language"]),
        since=row["oldest"],
        states=[(state, row[state.value]) for state in WAITING if row[state.value]],
        opens_elsewhere=kept.translated_at is not None,
    )


def _records_of(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Model]:
    wanted: dict[str, set[str]] = {}
    for row in rows:
        wanted.setdefault(row["object_type"], set()).add(row["object_id"])
    return {(kind, str(record.pk)): record for kind, keys in wanted.items() for record in _stored(kind, keys)}


def _stored(kind: str, keys: set[str]) -> list[Model]:
    try:
        return list(registry.records()[kind].model._base_manager.filter(pk__in=keys))
    except (ValueError, ValidationError):
        return []


def whats_new(record: Model, passages: Mapping[str, Passage]) -> dict[str, list[Change]]:
    """For each field that is out of date: what changed on its other side since the two agreed."""
    behind = {name: passage for name, passage in passages.items() if passage.agreed is not None}
    if not behind:
        return {}
    numbers = {passage.agreed or 0 for passage in behind.values()}
    versions = Version.objects.filter(object_type=type_of(record), object_id=str(record.pk))
    then = {version.number: version.content for version in versions.filter(number__in=numbers)}
    now = content_of(record)
    return {
        name: labelled(type(record), *_other_side(passage, then.get(passage.agreed or 0, {}), now))
        for name, passage in behind.items()
    }


def _other_side(
    passage: Passage, then: dict[str, Any], now: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    other = f"{passage.field}_{Language(passage.language).other.value}"
    return {other: then.get(other)}, {other: now.get(other)}
