import tomllib
import unicodedata
from importlib.resources import files

import pytest

from copronet.engines.cymraeg.reviewed import reviewed_words


def lists():
    source = files("copronet.engines.cymraeg").joinpath("exceptions.toml").read_text(encoding="utf-8")
    return [(name, words) for table in tomllib.loads(source).values() for name, words in table.items()]


@pytest.mark.parametrize(("name", "words"), lists())
def test_a_list_names_each_word_once(name, words):
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("entry", reviewed_words().ng_apart_at_start + reviewed_words().ng_apart_anywhere)
def test_a_bar_stands_between_n_and_g(entry):
    before, after = entry.split("|")

    assert (before[-1], after[0]) == ("n", "g")
    assert entry == "".join(mark for mark in unicodedata.normalize("NFD", entry.lower()) if mark.isascii())


@pytest.mark.parametrize("entry", reviewed_words().rh_together_anywhere)
def test_a_bar_stands_before_rh(entry):
    before, after = entry.split("|")

    assert after.startswith("rh")
    assert before[-1] not in "dlmnt"
