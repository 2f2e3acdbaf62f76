"""Run inside Django: how long searching takes among many short documents; how large the index is, how long to make.

`python -m benchmarks.searching FOLDER [HOW_MANY …]` with the evaluation set's folder; DATABASE_URL for PostgreSQL.
The documents are the set's sentences over and over, so that every word is as frequent as in real text.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copronet.config.settings.demonstration")
os.environ["COPRONET_DATA"] = tempfile.mkdtemp(prefix="copronet-bench-")

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from copronet.common_ground.places.models import Area, HealthBoard  # noqa: E402
from copronet.common_ground.search import actions  # noqa: E402
from copronet.common_ground.search.models import Document, DocumentKeys, KnownWord, TitleWord  # noqa: E402
from copronet.common_ground.search.queries import facets_of, leave_rings_out, search, titles_beginning  # noqa: E402
from copronet.common_ground.search.registry import Entry  # noqa: E402
from copronet.engines.cymraeg.finding.measuring import EvaluationSet, read_evaluation_set  # noqa: E402

AT_ONCE = 2000
EACH_ANALYSED = 10_000
MODELS = (HealthBoard, Area, Document, DocumentKeys, KnownWord, TitleWord)


def main(folder: Path, sizes: list[int]) -> None:
    given = read_evaluation_set(folder)
    leave_rings_out()
    for size in sizes:
        with tables_of_their_own():
            measure(given, size)


def measure(given: EvaluationSet, size: int) -> None:
    begun, of_this_process = perf_counter(), process_time()
    fill(given, size)
    took = f"{perf_counter() - begun:.0f} s ({process_time() - of_this_process:.0f} s of our own)"
    print(f"\n{connection.vendor}: {size:,} documents; made in {took}; {room()}", flush=True)
    print(f"  machine's load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    typed = [query.typed for query in (*given.queries, *given.forms)]
    say(
        "first leaf of results",
        [time_of(lambda words=words: search(words, language="cy")) for words in typed],
    )
    answers = [search(words, language="cy") for words in typed[::10]]
    say("facets", [time_of(lambda answer=answer: facets_of(answer)) for answer in answers])
    say("suggestions", [time_of(lambda words=words: titles_beginning(words[:4])) for words in typed[::10]])


def fill(given: EvaluationSet, size: int) -> None:
    """The first ten thousand as a site makes them; the rest are those again, copied inside the database."""
    texts = list(given.documents.values())
    whole = min(size, EACH_ANALYSED)
    for first in range(0, whole, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, whole))
        actions.write_entries(
            "bench", [(str(number), entry(texts[number % len(texts)])) for number in numbers]
        )
    if size > EACH_ANALYSED:
        copies(size)
    with connection.cursor() as cursor:  # as PostgreSQL does by itself within minutes
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def copies(size: int) -> None:
    """On PostgreSQL the index is made afterwards: into one that is there, it would take ten times as long."""
    is_postgresql = connection.vendor == "postgresql"
    if is_postgresql:
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX search_documentkeys_found")
    for copy in range(1, size // EACH_ANALYSED):
        copy_all(copy * EACH_ANALYSED)
    if is_postgresql:
        begun = perf_counter()
        with connection.schema_editor(atomic=False) as editor:
            lay_index(editor)
        print(f"  the index itself, for all at once: {perf_counter() - begun:.0f} s")


def lay_index(editor: object) -> None:
    import_module("copronet.common_ground.search.migrations.0001_initial").lay_index(None, editor)


def copy_all(further: int) -> None:
    columns = [
        field.column for field in Document._meta.concrete_fields if field.name not in {"id", "object_id"}
    ]
    named = ", ".join(f'"{column}"' for column in columns)
    table, number, keys = "search_documentkeys", "document_id", "keys"
    if connection.vendor == "sqlite":
        table, number, keys = "search_keys_fts", "rowid", "a, b, c, d, f"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO search_document (id, object_id, {named})"
            f" SELECT id + {further}, id + {further}, {named} FROM search_document WHERE id <= {EACH_ANALYSED}"
        )
        cursor.execute(
            f"INSERT INTO {table} ({number}, {keys})"
            f" SELECT {number} + {further}, {keys} FROM {table} WHERE {number} <= {EACH_ANALYSED}"
        )


def entry(text: str) -> Entry:
    return Entry({"cy": " ".join(text.split()[:4])}, {"cy": text}, {"cy": "/", "en": "/"})


def time_of(do: object) -> float:
    begun = perf_counter()
    do()
    return (perf_counter() - begun) * 1000


def say(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[int(0.95 * len(ordered))]
    print(
        f"  {what:<24} p50 {statistics.median(ordered):8.1f} ms   p95 {p95:8.1f} ms   longest {ordered[-1]:8.1f} ms"
    )


def room() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT pg_total_relation_size('search_documentkeys'), pg_total_relation_size('search_document')"
            )
        else:
            cursor.execute(
                "SELECT sum(CASE WHEN name LIKE 'search_keys_fts%%' THEN pgsize END),"
                " sum(CASE WHEN name LIKE '%%search_document%%' THEN pgsize END) FROM dbstat"
            )
        keys, documents = (number or 0 for number in cursor.fetchone())
    return f"keys {keys / 2**20:,.0f} MB, texts {documents / 2**20:,.0f} MB"


@contextmanager
def tables_of_their_own() -> Iterator[None]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP SCHEMA IF EXISTS copronet_bench CASCADE")
            cursor.execute("CREATE SCHEMA copronet_bench")
            cursor.execute("SET search_path TO copronet_bench")
    with connection.schema_editor(atomic=False) as editor:
        for model in MODELS:
            editor.create_model(model)
        lay_index(editor)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("DROP SCHEMA copronet_bench CASCADE")
            else:
                for table in ("search_keys_fts", *(model._meta.db_table for model in reversed(MODELS))):
                    cursor.execute(f"DROP TABLE {table}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or [10_000])
