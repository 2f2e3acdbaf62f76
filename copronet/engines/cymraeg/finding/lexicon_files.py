"""Read Bangor University's lexicon of Welsh in any of its spellings, and write it small."""

import lzma
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

BETWEEN_LEMMAS = "|"


def read_lexicon(path: Path) -> dict[str, str]:
    """Return form -> citation forms, joined by "|".

    Known are rows of form, lemma, part of speech and features; of form and lemma; and of form and an edit
    rule ("abaci", "1ws": one letter off, "ws" on); plain, in xz or in a zip. Mutated forms are left out:
    the rules make them. Raises ValueError where nothing of the kind is in the file.
    """
    forms: dict[str, str] = {}
    with _opened(path) as lines:
        for form, lemma in _rows(lines):
            _note(forms, form, lemma)
    if not forms:
        raise ValueError("There is no form with its word in this file.")
    for lemma in {lemma for lemmas in forms.values() for lemma in lemmas.split(BETWEEN_LEMMAS)}:
        _note(forms, lemma, lemma)
    return forms


def write_lexicon(forms: dict[str, str], path: Path) -> None:
    """Write forms and their words so that ``read_lexicon`` reads them again, in a tenth of the room."""
    beside = path.with_name(f"{path.name}.new")
    with lzma.open(beside, "wt", encoding="utf-8") as out:
        for form in sorted(forms):
            out.writelines(f"{form}\t{lemma}\n" for lemma in forms[form].split(BETWEEN_LEMMAS))
    beside.replace(path)


def _note(forms: dict[str, str], form: str, lemma: str) -> None:
    known = forms.get(form)
    if known is None:
        forms[form] = lemma
    elif lemma not in known.split(BETWEEN_LEMMAS):
        forms[form] = f"{known}{BETWEEN_LEMMAS}{lemma}"


@contextmanager
def _opened(path: Path) -> Iterator[Iterable[str]]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as packed:
            yield TextIOWrapper(packed, encoding="utf-8-sig")
    elif path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8-sig") as unpacked:
            yield unpacked
    else:
        with path.open(encoding="utf-8-sig") as plain:
            yield plain


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        columns = line.rstrip("\r\n").split("\t")
        is_mutated = len(columns) > 3 and "Mutation=" in columns[3]
        if len(columns) < 2 or is_mutated or BETWEEN_LEMMAS in line:
            continue
        form, lemma = columns[0].strip(), columns[1].strip()
        if lemma[:1].isdigit() and not form[:1].isdigit():
            lemma = _edited(form, lemma)
        if form and lemma:
            yield form, lemma


def _edited(form: str, rule: str) -> str:
    ending = rule.lstrip("0123456789")
    return form[: len(form) - int(rule[: len(rule) - len(ending)])] + ending
