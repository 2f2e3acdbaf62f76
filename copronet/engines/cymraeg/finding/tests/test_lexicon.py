import lzma
import subprocess
import sys

import pytest

from copronet.engines.cymraeg.finding import Lexicon, load_lexicon, read_lexicon, write_lexicon
from copronet.engines.cymraeg.finding.lexicon import is_mutated_form

RAW = (
    "\ufeffcath\tcath\tNOUN\tNumber=Sing\n"
    "gath\tcath\tNOUN\tMutation=SM|Number=Sing\n"
    "cathod\tcath\tNOUN\tNumber=Plur\n"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [("raw.txt", RAW), ("rules.tsv", "cathod\t2\n"), ("pairs.tsv", "cathod\tcath\n")],
)
def test_bangors_lexicon_is_read_in_any_spelling(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert read_lexicon(tmp_path / name) == {"cathod": "cath", "cath": "cath"}


def test_a_packed_lexicon_is_read(tmp_path):
    (tmp_path / "raw.txt.xz").write_bytes(lzma.compress(RAW.encode()))

    assert read_lexicon(tmp_path / "raw.txt.xz") == {"cathod": "cath", "cath": "cath"}


def test_what_was_written_is_read_again(tmp_path):
    forms = {"canu": "canu", "tro": "tro|troi", "troi": "troi"}

    write_lexicon(forms, tmp_path / "small.xz")

    assert read_lexicon(tmp_path / "small.xz") == forms


def test_another_file_is_refused(tmp_path):
    (tmp_path / "poem.txt").write_text("Mae hen wlad fy nhadau\n", encoding="utf-8")

    with pytest.raises(ValueError, match="no form"):
        read_lexicon(tmp_path / "poem.txt")


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("gath", "cath", True),
        ("ddinas", "dinas", True),
        ("cathod", "cath", False),
        ("aeth", "mynd", False),
        ("hiaith", "iaith", True),
        ("wlad", "gwlad", True),
    ],
)
def test_a_mutated_form_is_told_by_its_beginning(form, lemma, expected):
    assert is_mutated_form(form, lemma) is expected


def test_an_imported_lexicon_adds_to_the_list():
    lexicon = Lexicon({"cathod": "cath", "cath": "cath"}, {"cathod": "catho", "catho": "catho"})

    assert lexicon.lemmas("cathod") == ("catho", "cath")


def test_the_list_knows_accents_left_out():
    assert "tŷ" in load_lexicon().accented("ty")


@pytest.mark.slow
@pytest.mark.slow
def test_the_analyser_fits_into_120_megabytes():
    """Measured in a process of its own, beside the same without it."""
    measure = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    load = (
        "from copronet.engines.cymraeg.finding import Analyser, load_lexicon;"
        "list(Analyser(load_lexicon()).analyse('cath', 'cy'));"
    )

    without, with_it = (
        int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
        for code in (measure, load + measure)
    )

    assert with_it - without < 120
