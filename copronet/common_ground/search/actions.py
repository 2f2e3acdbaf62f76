"""Keep the index as the records are: in the transaction that saves them, or anew from the beginning."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.work.actions import enqueue
from copronet.common_ground.work.queries import is_waiting
from copronet.engines.cymraeg import first_letter, sort_key, without_article
from copronet.engines.cymraeg.finding.words import folded

from .choices import LEVELS
from .models import Document, KnownWord, TitleWord
from .queries.keys import keys_of
from .queries.letters import latin_letter, latin_order
from .queries.postgresql import tsvector
from .queries.rings import forget_rings
from .registry import EVERYONE, Entry, Kind, kind_of, kinds, leaning_on

_AT_ONCE = 500

Report = Callable[[str, int, int], None]


def keep_record(record: Model) -> None:
    """Let a record that has just been saved be found by what it says now."""
    kind = kind_of(record)
    if kind:
        _keep(kind, [record])


def keep_leaning(record: Model) -> None:
    """Let those that are described by what a record says be found by what it says now."""
    for kind, leaning in leaning_on(record):
        _keep(kind, leaning)


def keep_saved(record: Model, before: dict[str, Any]) -> None:
    """The same once more where its links are others now: they are set after the record itself."""
    if kind_of(record) and any(
        _linked(record, field.name) != set(map(str, before.get(field.name, ())))
        for field in record._meta.many_to_many
    ):
        keep_record(record)


def _linked(record: Model, name: str) -> set[str]:
    return set(map(str, getattr(record, name).values_list("pk", flat=True)))


def forget_record(record: Model) -> None:
    """Let nobody find a record that is gone."""
    kind = kind_of(record)
    if kind and record.pk is not None:
        _forget(kind.code, [str(record.pk)])


def rebuild(*, report: Report = lambda _kind, _done, _of: None) -> int:
    """Make the index anew from all records of all kinds, some at a time; how many can be found.

    The site may run meanwhile: each record is found as before until its turn comes.
    """
    known = kinds()
    KnownWord.objects.all().delete()
    TitleWord.objects.all().delete()
    for gone in set(Document.objects.values_list("kind", flat=True).distinct()) - known.keys():
        _forget_all(Document.objects.filter(kind=gone))
    return sum(_rebuild_kind(kind, report) for kind in known.values())


def renew(*models: type[Model]) -> None:
    """Make the index of these kinds anew, when something they all depend on has changed."""
    for model in models:
        _rebuild_kind(kinds()[model._meta.label_lower], lambda _kind, _done, _of: None)


def ask_for_rebuild() -> None:
    """Have the index made anew in the background, once, since the words that belong together have changed."""
    if not is_waiting("search.rebuild"):
        forget_rings()
        enqueue("search.rebuild")


def fill_gaps() -> None:
    """Index the kinds of which nothing can be found yet, as after an upgrade that brought them, or all."""
    if (
        Document.objects.exists() and not TitleWord.objects.exists()
    ):  # made before the words of titles were kept
        rebuild()
        return
    found = set(Document.objects.values_list("kind", flat=True).distinct())
    renew(*(kind.model for code, kind in kinds().items() if code not in found))


@transaction.atomic(savepoint=False)
def write_entries(kind: str, entries: Iterable[tuple[str, Entry]]) -> None:
    """Write documents, by the ids of their records, and their keys in the place of what was there."""
    given = list(entries)
    documents = Document.objects.bulk_create(
        [Document(kind=kind, object_id=key, **_columns(entry)) for key, entry in given],
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=[
            field.name for field in Document._meta.fields if field.name not in {"id", "kind", "object_id"}
        ],
    )
    keys = [keys_of(kind, entry) for _key, entry in given]
    _write_keys([(document.pk, kept.levels) for document, kept in zip(documents, keys, strict=True)])
    _note_words(
        {
            word
            for kept, (_key, entry) in zip(keys, given, strict=True)
            if EVERYONE in entry.audiences
            for word in kept.words
        }
    )
    _note_words_of_titles({word for kept in keys for word in kept.of_title})


def _rebuild_kind(kind: Kind, report: Report) -> int:
    records = kind.records()
    total, done, kept = records.count(), 0, set[str]()
    for some in _some_at_a_time(records):
        with transaction.atomic():
            kept |= _keep(kind, some)
        done += len(some)
        report(kind.code, done, total)
    indexed = Document.objects.filter(kind=kind.code)
    _forget(kind.code, set(indexed.values_list("object_id", flat=True)) - kept)
    return len(kept)


def _some_at_a_time(records: Any) -> Iterator[list[Model]]:
    last: Any = None
    while True:
        following = records.order_by("pk") if last is None else records.order_by("pk").filter(pk__gt=last)
        some = list(following[:_AT_ONCE])
        if not some:
            return
        yield some
        last = some[-1].pk


def _keep(kind: Kind, records: Iterable[Model]) -> set[str]:
    """Write those that are to be found, and forget the others; gives the ids of the former."""
    described = {str(record.pk): kind.describe(record) for record in records}
    found = {key: entry for key, entry in described.items() if entry is not None}
    if found:
        write_entries(kind.code, found.items())
    _forget(kind.code, described.keys() - found.keys())
    return set(found)


def _columns(entry: Entry) -> dict[str, Any]:
    columns: dict[str, Any] = {"area_id": entry.area, "day": entry.day, "themes": sorted(entry.themes)}
    for language in Language:
        name = without_article(entry.titles.get(language) or entry.titles.get(language.other, ""))
        columns |= {
            f"title_{language}": entry.titles.get(language, "")[:300],
            f"text_{language}": entry.texts.get(language, "").replace("\0", " "),
            f"address_{language}": entry.addresses.get(language, ""),
            f"letter_{language}": first_letter(name) if language is Language.WELSH else latin_letter(name),
            f"order_{language}": (sort_key(name) if language is Language.WELSH else latin_order(name))[:120],
        }
    return columns


def _write_keys(documents: list[tuple[int, dict[str, list[str]]]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.executemany(
                "INSERT INTO search_documentkeys (document_id, keys) VALUES (%s, %s::tsvector)"
                " ON CONFLICT (document_id) DO UPDATE SET keys = EXCLUDED.keys",
                [(document, tsvector(levels)) for document, levels in documents],
            )
            return
        cursor.executemany(
            "DELETE FROM search_keys_fts WHERE rowid = %s", [(document,) for document, _levels in documents]
        )
        cursor.executemany(
            "INSERT INTO search_keys_fts (rowid, a, b, c, d, f) VALUES (%s, %s, %s, %s, %s, %s)",
            [
                (document, *(" ".join(levels[name]) for name in (*LEVELS, "f")))
                for document, levels in documents
            ],
        )


def _note_words(words: set[tuple[str, str]]) -> None:
    if words:
        KnownWord.objects.bulk_create(
            [KnownWord(word=word, language=language) for word, language in sorted(words)],
            ignore_conflicts=True,
            batch_size=_AT_ONCE,
        )


def _note_words_of_titles(words: set[str]) -> None:
    if words:
        TitleWord.objects.bulk_create(
            [TitleWord(word=word, plain=folded(word)) for word in sorted(words)],
            ignore_conflicts=True,
            batch_size=_AT_ONCE,
        )


def _forget(kind: str, object_ids: Iterable[str]) -> None:
    ids = list(object_ids)
    for first in range(0, len(ids), _AT_ONCE):
        _forget_all(Document.objects.filter(kind=kind, object_id__in=ids[first : first + _AT_ONCE]))


def _forget_all(documents: QuerySet[Document]) -> None:
    """Remove documents with their keys: on PostgreSQL by the foreign key, on SQLite by a trigger."""
    documents.delete()
