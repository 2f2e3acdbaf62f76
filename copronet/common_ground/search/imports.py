"""An evaluation set, searched in tables that only this connection sees; and the lexicon an operator brings."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from time import process_time

from django.db import connection

from copronet.engines.cymraeg.finding import Analyser, load_lexicon, read_lexicon, write_lexicon
from copronet.engines.cymraeg.finding.measuring import EvaluationSet, Measured, measure

from .actions import write_entries
from .models import Document, DocumentKeys
from .queries import analyse_with, found_in_order, leave_rings_out, lexicon_file
from .registry import Entry

_KIND, _AUDIENCE = "evaluation", "evaluation"
_AT_ONCE = 500


def import_lexicon(source: Path) -> int:
    """Keep Bangor's lexicon for this site; how many forms it has. Raises ValueError for another file."""
    forms = read_lexicon(source)
    lexicon_file().parent.mkdir(parents=True, exist_ok=True)
    write_lexicon(forms, lexicon_file())
    return len(forms)


def evaluate(given: EvaluationSet, lexicon: Path | None = None) -> dict[str, Measured]:
    """Search an evaluation set with the site's own search, in scratch tables, and measure what it finds."""
    analyse_with(Analyser(load_lexicon(lexicon)))
    leave_rings_out()
    with scratch_tables():
        texts = list(given.documents.items())
        for first in range(0, len(texts), _AT_ONCE):
            write_entries(_KIND, [(key, _entry(text)) for key, text in texts[first : first + _AT_ONCE]])
        return measure(given, lambda typed: _found(typed, len(texts)))


def words_a_second(given: EvaluationSet, lexicon: Path | None = None) -> tuple[float, float]:
    """How many words of the documents are analysed in a second, by one core: the first time, and again."""
    fresh = Analyser(load_lexicon(lexicon))
    return _speed(fresh, given), _speed(fresh, given)


@contextmanager
def scratch_tables() -> Iterator[None]:
    """Tables of the same names as the search's own, in this connection alone, in front of them until the end."""
    editor_class = type("ScratchEditor", (connection.SchemaEditorClass,), _TEMPORARY)
    schema = "temp." if connection.vendor == "sqlite" else ""
    editor = editor_class(connection, atomic=False)
    editor.deferred_sql = []  # what comes with leaving a transaction of its own, which is not begun here
    editor.create_model(Document)
    editor.create_model(DocumentKeys)
    import_module(f"{__package__}.migrations.0001_initial").lay_index(None, editor, schema=schema)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            tables = ["search_documentkeys", "search_document"]
            for table in [*(["search_keys_fts"] if schema else []), *tables]:
                cursor.execute(f"DROP TABLE {schema or 'pg_temp.'}{table}")


_TEMPORARY = {"sql_create_table": "CREATE TEMPORARY TABLE %(table)s (%(definition)s)"}


def _entry(text: str) -> Entry:
    return Entry({}, {"cy": text}, {}, audiences=[_AUDIENCE])


def _found(typed: str, how_many: int) -> list[str]:
    return found_in_order(typed, language="cy", audiences=[_AUDIENCE], how_many=how_many)


def _speed(analyser: Analyser, given: EvaluationSet) -> float:
    begun = process_time()
    words = sum(len({key.start for key in analyser.analyse(text, "cy")}) for text in given.documents.values())
    return words / (process_time() - begun)
