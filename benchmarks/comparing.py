"""Run inside Django: how well our search finds Welsh, beside what people would use otherwise.

`python -m benchmarks.comparing FOLDER` with the evaluation set's folder; DATABASE_URL for PostgreSQL. Means over
the queries of the dev part. What stands beside ours: words as they are; Snowball's English stems; trigrams, by
pg_trgm's measure of likeness between words; and on PostgreSQL its own `english` configuration.
"""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import django

django.setup()

import snowballstemmer  # noqa: E402  (needs the line above)
from django.db import connection  # noqa: E402

from copronet.common_ground.search.imports import evaluate, words_a_second  # noqa: E402
from copronet.engines.cymraeg.finding.measuring import (  # noqa: E402
    EvaluationSet,
    Measured,
    Search,
    measure,
    read_evaluation_set,
)

LEXICON = "bangor-lecsicon-2021-01-radical-edit-rules.tsv.xz"
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
ALIKE = 0.5  # of the trigrams of two words, from which on they are taken for one
Keys = Callable[[str], Iterable[str]]


def main(folder: Path) -> None:
    given = read_evaluation_set(folder)
    print(
        f"\n{connection.vendor}: {len(given.documents):,} sentences, {len(given.queries):,} queries of the dev part"
    )
    print(
        f"{'':<34}{'hard R':>8}{'hard MAP':>10}{'all F1':>8}{'forms R':>9}{'names R':>9}{'no accents R':>14}"
    )
    for name, search in others(given):
        say(name, measure(given, search))
    for name, lexicon in (
        ("copronet, simplemma alone", None),
        ("copronet, Bangor's lexicon", folder / LEXICON),
    ):
        if lexicon is None or lexicon.exists():
            say(name, evaluate(given, lexicon))
            cold, warm = words_a_second(given, lexicon)
            print(
                f"{'':<34}{cold:,.0f} words a second of one core, {warm:,.0f} again; {memory(lexicon)}",
                flush=True,
            )


def others(given: EvaluationSet) -> Iterable[tuple[str, Search]]:
    stem = snowballstemmer.stemmer("english").stemWord
    yield "words as they are", by_keys(given, words)
    yield "Snowball's English stems", by_keys(given, lambda text: map(stem, words(text)))
    yield f"trigrams, {ALIKE} alike", by_likeness(given)
    if connection.vendor == "postgresql":
        yield "PostgreSQL, english", by_postgresql(given)


def words(text: str) -> list[str]:
    return [found.group().casefold() for found in WORD.finditer(text)]


def by_keys(given: EvaluationSet, keys: Keys) -> Search:
    """The documents that have every key, those that have it most often first."""
    kept: dict[str, Counter[str]] = defaultdict(Counter)
    for document, text in given.documents.items():
        for key in keys(text):
            kept[key][document] += 1

    def search(typed: str) -> list[str]:
        found = [kept.get(key, Counter()) for key in keys(typed)]
        in_all = set.intersection(*map(set, found)) if found else set()
        return sorted(in_all, key=lambda document: (-sum(each[document] for each in found), document))

    return search


def by_likeness(given: EvaluationSet) -> Search:
    """The documents with a word that is like each word of the query, the likest first."""
    documents: dict[str, set[str]] = defaultdict(set)
    for document, text in given.documents.items():
        for word in words(text):
            documents[word].add(document)
    with_trigram: dict[str, set[str]] = defaultdict(set)
    for word in documents:
        for trigram in trigrams(word):
            with_trigram[trigram].add(word)

    def search(typed: str) -> list[str]:
        found = [best_of(alike(word, with_trigram), documents) for word in words(typed)]
        in_all = set.intersection(*map(set, found)) if found else set()
        return sorted(in_all, key=lambda document: (-sum(each[document] for each in found), document))

    return search


def alike(typed: str, with_trigram: dict[str, set[str]]) -> list[tuple[str, float]]:
    wanted = trigrams(typed)
    shared = Counter(word for trigram in wanted for word in with_trigram.get(trigram, ()))
    likeness = [
        (word, number / (len(wanted) + len(trigrams(word)) - number)) for word, number in shared.items()
    ]
    return [(word, share) for word, share in likeness if share >= ALIKE]


def best_of(words_alike: list[tuple[str, float]], documents: dict[str, set[str]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for word, share in words_alike:
        for document in documents[word]:
            best[document] = max(share, best.get(document, 0.0))
    return best


def trigrams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def by_postgresql(given: EvaluationSet) -> Search:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE compared (id text, words tsvector)")
        cursor.executemany(
            "INSERT INTO compared VALUES (%s, to_tsvector('english', %s))", list(given.documents.items())
        )

    def search(typed: str) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT id FROM compared, plainto_tsquery('english', %s) AS asked WHERE words @@ asked"
                " ORDER BY ts_rank(words, asked) DESC, id",
                [typed],
            )
            return [document for (document,) in cursor.fetchall()]

    return search


def say(name: str, reached: dict[str, Measured]) -> None:
    hard = reached["hard"]
    print(
        f"{name:<34}{hard.recall:>8.3f}{hard.average_precision:>10.3f}{reached['all'].f1:>8.3f}"
        f"{reached['forms'].recall:>9.3f}{reached['names'].recall:>9.3f}{reached['without accents'].recall:>14.3f}",
        flush=True,
    )


def memory(lexicon: Path | None) -> str:
    """How much larger a process gets by reading and using an analyser, and how long it reads: in one of its own."""
    command = [sys.executable, "-c", READ, str(lexicon or "")]
    grown, took = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return f"{float(grown):.0f} MB a process, read in {float(took):.1f} s"


READ = """
import sys
from pathlib import Path
from time import process_time
from copronet.engines.cymraeg.finding import Analyser, load_lexicon
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
before, begun = resident(), process_time()
analyser = Analyser(load_lexicon(Path(sys.argv[1]) if sys.argv[1] else None))
list(analyser.analyse("Mae hen wlad fy nhadau yn annwyl i mi", "cy"))
print(resident() - before, process_time() - begun)
"""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
