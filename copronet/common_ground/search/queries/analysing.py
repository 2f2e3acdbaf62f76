"""The analyser of this process, and the lexicon that an operator has brought."""

from pathlib import Path

from django.conf import settings

from copronet.engines.cymraeg.finding import Analyser, load_lexicon

_of_this_process: list[Analyser] = []


def lexicon_file() -> Path:
    """Where the lexicon stands that an operator has imported."""
    return Path(settings.DATA) / "lexicon.tsv.xz"


def analyser() -> Analyser:
    """The analyser of this process, its word lists read at the first call."""
    if not _of_this_process:
        file = lexicon_file()
        _of_this_process.append(Analyser(load_lexicon(file if file.exists() else None)))
    return _of_this_process[0]


def analyse_with(other: Analyser) -> None:
    """Use another analyser from now on, to measure it."""
    _of_this_process[:] = [other]
