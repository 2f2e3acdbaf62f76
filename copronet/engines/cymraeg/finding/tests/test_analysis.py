import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from copronet.engines.cymraeg import Mutation, mutate
from copronet.engines.cymraeg.finding import Analyser, load_lexicon
from copronet.engines.cymraeg.tests.words import radical_words

ANALYSER = Analyser(load_lexicon())


def finds(query, text, language="cy"):
    """How much a query asks for of what the text has; 0 where they have nothing in common."""
    kept = {key.key: key.weight for key in ANALYSER.analyse(text, language)}
    return sum(weight * kept.get(key, 0) for key, weight in ANALYSER.expand(query, language))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Caerdydd", "yng Nghaerdydd"),
        ("Caerdydd", "i Gaerdydd"),
        ("Caerdydd", "Caerffili a Chaerdydd"),
        ("plentyn", "y blant"),
        ("plentyn", "a phlant"),
        ("plentyn", "fy mhlentyn i"),
        ("gwlad", "gwledydd y byd"),
        ("gofalwr", "i ofalwyr"),
        ("ty", "tŷ newydd"),
        ("tŷ", "ty newydd"),
        ("tŷ", "hen dai"),
        ("cŵn", "dau gi"),
        ("cwn", "dau gi"),
        ("cydgynhyrchu", "cyd-gynhyrchu"),
        ("cydgynhyrchu", "gyd-gynhyrchu"),
        ("cyd-gynhyrchu", "cydgynhyrchu"),
        ("cynhyrchu", "cyd-gynhyrchu"),
        ("cryf", "yn gref"),
        ("canu", "canodd y côr"),
        ("teg", "yn decach"),
        ("iaith", "ei hiaith hi"),
        ("NGHAERDYDD", "Caerdydd"),
    ],
)
def test_a_word_is_found_in_whatever_form_it_stands(query, text):
    assert finds(query, text) > 0


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("gwadu", "wedi mynd"),
        ("gyrru", "yr haf"),
        ("call", "gall ddod"),
        ("poeni", "cath"),
    ],
)
def test_other_words_are_not_found(query, text):
    assert finds(query, text) == 0


def test_what_is_written_exactly_so_counts_more():
    assert finds("môr", "y môr") > finds("môr", "y mor")
    assert finds("plentyn", "plentyn") > finds("plentyn", "blant")


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("Swansea", "yn Abertawe", "cy"),
        ("Abertawe", "in Swansea", "en"),
        ("Isle of Anglesey", "ar Ynys Môn", "cy"),
        ("Sir Gâr", "Carmarthenshire", "en"),
        ("mold", "yn yr Wyddgrug", "cy"),
        ("Dinbych-y-pysgod", "Tenby", "en"),
        ("St David's", "i Dyddewi", "cy"),
    ],
)
def test_a_place_is_one_thing_in_both_languages(query, text, language):
    assert finds(query, text, language) > 0


def test_a_place_name_has_a_capital_in_a_text():
    assert not [key for key in ANALYSER.analyse("there was mold on the barry", "en") if "place" in key.key]


@pytest.mark.parametrize(
    ("query", "text"),
    [("carers", "an unpaid carer"), ("co-production", "coproduction"), ("running", "they run")],
)
def test_english_words_are_stemmed(query, text):
    assert finds(query, text, "en") > 0


def test_offsets_point_into_the_text_as_it_was_given():
    text = "Mae'r tŷ yng Nghaerdydd: cyd-destun."

    found = {text[key.start : key.end] for key in ANALYSER.analyse(text, "cy")}

    assert found == {"Mae", "r", "tŷ", "yng", "Nghaerdydd", "cyd-destun", "cyd", "destun"}


def test_a_query_knows_its_function_words():
    words = ANALYSER.query_words("beth yw cydgynhyrchu", "cy")

    assert [(word.written, word.is_function_word) for word in words] == [
        ("beth", False),
        ("yw", True),
        ("cydgynhyrchu", False),
    ]


@pytest.mark.parametrize("language", ["cy", "en"])
@given(text=st.text(max_size=200))
def test_analysing_never_fails(language, text):
    for key in ANALYSER.analyse(text, language):
        assert 0 <= key.start < key.end <= len(text)
        assert 0 < key.weight <= 1
    ANALYSER.expand(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "?!…",
        "😀👍🏽",
        "שלום עולם",
        "مرحبا",
        "a\x00b",
        'NEAR/3 AND OR NOT "*:()',
        "ŵ" * 1000,
        "tŷ" * 50_000,
    ],
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_odd_texts_are_taken(language, text):
    assert all(len(key.key) < 100 for key in ANALYSER.analyse(text, language))
    ANALYSER.expand(text, language)


def test_decomposed_letters_are_the_same_letters():
    assert finds("tŷ", "ty\u0302 newydd") == finds("tŷ", "tŷ newydd")


@settings(max_examples=200)
@given(word=radical_words())
def test_every_word_finds_itself(word):
    assert finds(word, word) > 0


@settings(max_examples=200)
@given(word=radical_words(), kind=st.sampled_from(Mutation))
def test_a_word_finds_its_mutations_unless_they_are_words_themselves(word, kind):
    mutated = mutate(word, kind)
    assume(word.isalpha() and not ANALYSER.lexicon.lemmas(mutated.lower()))
    own = ANALYSER.lexicon.lemmas(word.lower())
    assume(not own or word.lower() in own)  # "bau" is known only as a form of "pau"
    assume(is_unknown(mutated.lower()))  # "nyd" is known as "dyd", of "dodi", after a nasal mutation

    assert finds(word, mutated) > 0


def is_unknown(word: str) -> bool:
    """Whether the lexicon knows no word that this could be a mutated form of; such a word stands for itself."""
    return f"cy:{word}" in {key.key for key in ANALYSER.analyse(word, "cy")}


@settings(max_examples=200)
@given(word=st.sampled_from(sorted(ANALYSER.lexicon.citation_forms())))
def test_every_citation_form_finds_itself(word):
    assert finds(word, word) > 0
