import lzma
import re
import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.cymraeg import Demutation, Mutation, demutations, mutate, same_when_mutated
from copronet.engines.cymraeg.tests.words import radical_words

KINDS = {
    "SM": Mutation.SOFT,
    "NM": Mutation.NASAL,
    "AM": Mutation.ASPIRATE,
    "HM": Mutation.H_PROTHESIS,
}


def expanded(pattern, vowels):
    """Read "g+VOWEL" as "ga", "ge" and so on; anything else as itself."""
    if "VOWEL" not in pattern:
        return [pattern]
    return [pattern.replace("+", "").replace("VOWEL", vowel) for vowel in vowels]


@pytest.mark.parametrize(
    ("word", "kind", "expected"),
    [
        ("Caerdydd", Mutation.NASAL, "Nghaerdydd"),
        ("Caerdydd", Mutation.SOFT, "Gaerdydd"),
        ("Caerdydd", Mutation.ASPIRATE, "Chaerdydd"),
        ("Gwynedd", Mutation.NASAL, "Ngwynedd"),
        ("Gwynedd", Mutation.SOFT, "Wynedd"),
        ("Bangor", Mutation.SOFT, "Fangor"),
        ("Dolgellau", Mutation.SOFT, "Ddolgellau"),
        ("Llanelli", Mutation.SOFT, "Lanelli"),
        ("Llanelli", Mutation.LIMITED_SOFT, "Llanelli"),
        ("Rhondda", Mutation.MIXED, "Rondda"),
        ("Pontypridd", Mutation.MIXED, "Phontypridd"),
        ("gŵr", Mutation.SOFT, "ŵr"),
        ("Gŵyl", Mutation.SOFT, "Ŵyl"),
        ("gwlad", Mutation.SOFT, "wlad"),
        ("gnoi", Mutation.SOFT, "noi"),
        ("Abertawe", Mutation.H_PROTHESIS, "Habertawe"),
        ("iaith", Mutation.H_PROTHESIS, "hiaith"),
        ("e-bost", Mutation.H_PROTHESIS, "he-bost"),
        ("ŵyn", Mutation.H_PROTHESIS, "hŵyn"),
        ("cath", Mutation.H_PROTHESIS, "cath"),
        ("pobl ifanc", Mutation.SOFT, "bobl ifanc"),
    ],
)
def test_a_word_changes_its_beginning_and_keeps_its_capital(word, kind, expected):
    assert mutate(word, kind) == expected


@pytest.mark.parametrize("kind", Mutation)
@pytest.mark.parametrize(
    "word", ["", " ", "123", "'Steddfod", "GIG", "BBC", "S4C", "BBC-ar-lein", "b", "braf", "Braf"]
)
def test_what_does_not_mutate_comes_back_as_it_was(word, kind):
    assert mutate(word, kind) == word


@pytest.mark.parametrize("word", ["tsips", "Tsieina", "Ghana", "mham", "nhad", "ngardd"])
@pytest.mark.parametrize("kind", [Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE, Mutation.MIXED])
def test_ts_gh_and_what_is_mutated_already_stay(word, kind):
    assert mutate(word, kind) == word


@pytest.mark.parametrize("word", ["gêm", "golff", "garej", "gôl", "grŵp", "Grŵp", "grant"])
def test_borrowed_words_keep_their_g_but_take_the_nasal(word):
    assert mutate(word, Mutation.SOFT) == word
    assert mutate(word, Mutation.MIXED) == word
    assert mutate(word, Mutation.NASAL).casefold() == f"n{word}".casefold()


def test_a_word_written_with_loose_accents_mutates_alike():
    loose = unicodedata.normalize("NFD", "gŵr")

    assert mutate(loose, Mutation.SOFT) == unicodedata.normalize("NFD", "ŵr")


def test_the_name_of_a_kind_serves_as_well():
    assert mutate("Bangor", Mutation("soft")) == "Fangor"


def test_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError):
        mutate("Bangor", "hard")


@pytest.mark.parametrize(
    ("form", "candidates"),
    [
        ("Nghaerdydd", [("Caerdydd", Mutation.NASAL)]),
        ("Gaerdydd", [("Gaerdydd", None), ("Caerdydd", Mutation.SOFT)]),
        ("Fangor", [("Fangor", None), ("Mangor", Mutation.SOFT), ("Bangor", Mutation.SOFT)]),
        ("Wynedd", [("Wynedd", None), ("Gwynedd", Mutation.SOFT)]),
        ("lan", [("lan", None), ("llan", Mutation.SOFT), ("glan", Mutation.SOFT)]),
        ("rad", [("rad", None), ("rhad", Mutation.SOFT), ("grad", Mutation.SOFT)]),
        ("haelodau", [("haelodau", None), ("aelodau", Mutation.H_PROTHESIS)]),
        ("Hiaith", [("Hiaith", None), ("Iaith", Mutation.H_PROTHESIS)]),
        ("NGHYMRU", [("CYMRU", Mutation.NASAL)]),
        ("llyfr", [("llyfr", None)]),
        ("", [("", None)]),
    ],
)
def test_every_word_that_could_stand_as_this_form_is_offered(form, candidates):
    assert demutations(form) == tuple(Demutation(*candidate) for candidate in candidates)


@given(word=radical_words(), kind=st.sampled_from(Mutation))
def test_demutation_always_finds_the_way_back(word, kind):
    assert word in {candidate.radical for candidate in demutations(mutate(word, kind))}


@given(word=radical_words(), kind=st.sampled_from(Mutation))
def test_a_capital_stays_a_capital(word, kind):
    assert mutate(word, kind)[0].isupper() == word[0].isupper()


@given(word=st.text(), kind=st.sampled_from(Mutation))
def test_any_text_at_all_can_be_asked_about(word, kind):
    assert isinstance(mutate(word, kind), str)
    assert all(isinstance(candidate.radical, str) for candidate in demutations(word))


def test_the_forward_table_is_the_reviewed_one(tables):
    for kind, changes in tables["forward"].items():
        for pattern, surface in changes.items():
            for radical, form in zip(
                expanded(pattern, tables["vowels"]), expanded(surface, tables["vowels"]), strict=True
            ):
                assert mutate(f"{radical}aith", Mutation(kind)) == f"{form}aith"


def test_the_letters_that_never_mutate_are_the_reviewed_ones(tables):
    initials = [
        initial
        for initial in tables["forward_exceptions"]["never_mutate_initial"]
        if not initial.startswith("VOWEL")
    ]

    changed = [
        (initial, kind)
        for initial in initials
        for kind in Mutation
        if mutate(f"{initial}aith", kind) != f"{initial}aith"
    ]

    assert changed == []


def test_the_words_that_keep_their_g_include_the_reviewed_ones(tables):
    listed = tables["forward_exceptions"]["loanword_g_kept"]

    assert [mutate(word, Mutation.SOFT) for word in listed] == listed


def test_the_inverse_table_is_the_reviewed_one_and_gn(tables):
    for pattern, entry in tables["inverse"].items():
        expected = {
            (radical, KINDS[candidate["kind"]])
            for candidate in entry["candidates"]
            for radical in expanded(candidate["radical"], ["a"])
        }
        if pattern == "n":
            expected.add(("gn", Mutation.SOFT))
        if entry.get("identity") != "never":
            expected.add((expanded(pattern, ["a"])[0], None))
        form = expanded(pattern, ["a"])[0] + "rth"

        found = {(candidate.radical.removesuffix("rth"), candidate.kind) for candidate in demutations(form)}

        assert found == expected, form


def nouns_and_names(welsh_data):
    """Yield each form with its mutation, if any, and what ties it to its radical."""
    with lzma.open(welsh_data / "lecsicon_cc0.txt.xz", "rt", encoding="utf-8-sig") as lexicon:
        for line in lexicon:
            form, lemma, part_of_speech, features = line.rstrip("\n").split("\t")
            if part_of_speech in {"NOUN", "PROPN"}:
                rest, _, kind = re.sub(r"(.*?)\|?Mutation=(\w+)(.*)", r"\1\3#\2", features).partition("#")
                yield form, KINDS.get(kind), (lemma, part_of_speech, rest.strip("|"))


@pytest.mark.slow
def test_nearly_every_mutated_noun_of_a_lexicon_is_what_we_make_of_its_radical(welsh_data):
    rows = list(nouns_and_names(welsh_data))
    radicals = defaultdict(set)
    for form, kind, word in rows:
        if kind is None:
            radicals[word].add(form)
    mutated = [(form, kind, word) for form, kind, word in rows if kind is not None]

    missed = [
        form
        for form, kind, word in mutated
        if form not in {mutate(radical, kind) for radical in radicals[word]}
    ]

    assert len(mutated) > 60_000
    assert len(missed) / len(mutated) < 0.001


@pytest.mark.parametrize("kind", Mutation)
@given(word=radical_words())
def test_a_word_and_all_that_mutation_makes_of_it_have_one_key(kind, word):
    assert same_when_mutated(mutate(word, kind)) == same_when_mutated(word)
