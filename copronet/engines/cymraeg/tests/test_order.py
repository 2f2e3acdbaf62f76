import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.cymraeg import (
    ALPHABET,
    LETTERS_OF_NAMES,
    OTHER,
    beginning_of_keys,
    first_letter,
    letters,
    mutate,
    sort_key,
    without_article,
)
from copronet.engines.cymraeg.mutation import Mutation


def test_the_alphabet_has_29_letters():
    assert len(ALPHABET) == 29
    assert " ".join(ALPHABET) == "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y"


@pytest.mark.parametrize(
    "in_order",
    [
        # The five that an order without knowledge of words gets wrong
        ["Bagillt", "Bala", "Bangor"],
        ["Llambed", "Llangefni", "Llangollen"],
        ["danadl", "dangos"],
        ["arholiad", "arian", "aros"],
        ["parhau", "parod"],
        # One letter each
        ["cwm", "cyw", "chwaer", "dŵr"],
        ["dwy", "ddoe", "eira"],
        ["Fynwy", "Ffestiniog", "Gwent"],
        ["lôn", "Llanelli", "mam"],
        ["pysgodyn", "Phillips", "radio"],
        ["rygbi", "rhad", "saith"],
        ["tywydd", "theatr", "uchel"],
        # ng comes after g: angel before ail, cyngor before cyhoedd
        ["ag", "agor", "angel", "ail"],
        ["cyfan", "cyngor", "cyhoedd"],
        ["llong", "lloi", "llon"],
        # rh after n is one letter: anrheg after anrasol
        ["anrasol", "anrheg", "ansawdd"],
        ["penrwym", "penrhyn", "pensaer"],
        # Names from elsewhere stand in their Latin places
        ["jam", "Keynes", "lôn"],
        ["pys", "Quinn", "radio"],
        ["ufudd", "Vaughan", "wal", "Xavier", "ysgol", "Zoe"],
        # Space comes lowest, digits before letters, punctuation does not count
        ["Pen Llŷn", "Penarth", "Pen-y-bont", "Penybont", "Pen-y-groes"],
        ["10 peth", "2 beth", "aelod"],
        ["Pen a chynffon", "Pen – a thraed", "Pen a throed"],
        # Accents decide only between the same letters, then capitals, lower case first
        ["mor", "môr", "mora"],
        ["dwr", "dŵr", "dwrn"],
        ["bala", "Bala", "balad"],
        ["gwen", "Gwen", "gwên"],
    ],
)
def test_words_stand_in_welsh_order(in_order):
    shuffled = random.Random(29).sample(in_order, len(in_order))

    assert sorted(shuffled, key=sort_key) == in_order


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("Bangor", "b a n g o r"),
        ("Fangor", "f a n g o r"),
        ("Mangor", "m a n g o r"),
        ("dangos", "d a n g o s"),
        ("ddangosodd", "dd a n g o s o dd"),
        ("arddangosfa", "a r dd a n g o s f a"),
        ("llongyfarchiadau", "ll o n g y f a r ch i a d a u"),
        ("Hengoed", "h e n g o e d"),
        ("bingo", "b i n g o"),
        ("Bryngwran", "b r y n g w r a n"),
        ("Llangefni", "ll a n g e f n i"),
        ("Langefni", "l a n g e f n i"),
        ("pengwin", "p e n g w i n"),
        ("blaengar", "b l a e n g a r"),
        ("mewngofnodi", "m e w n g o f n o d i"),
        ("unglust", "u n g l u s t"),
        ("calongaled", "c a l o n g a l e d"),
        ("angel", "a ng e l"),
        ("cyngor", "c y ng o r"),
        ("llong", "ll o ng"),
        ("lynges", "l y ng e s"),
        ("Ngwynedd", "ng w y n e dd"),
        ("Nghaerdydd", "ng h a e r d y dd"),
        ("Ynys-y-bwl", "y n y s y b w l"),
        ("rhywun", "rh y w u n"),
        ("anrheg", "a n rh e g"),
        ("Penrhyn", "p e n rh y n"),
        ("olrhain", "o l rh a i n"),
        ("cadrhod", "c a d rh o d"),
        ("arholiad", "a r h o l i a d"),
        ("parhau", "p a r h a u"),
        ("arhosfa", "a r h o s f a"),
        ("Aberhonddu", "a b e r h o n dd u"),
        ("Cwmyrhiwdre", "c w m y rh i w d r e"),
        ("Porthyrhyd", "p o r th y rh y d"),
        ("Phorthyrhyd", "ph o r th y rh y d"),
        ("Tal-y-rhyd", "t a l y rh y d"),
        ("Llan-gan", "ll a n g a n"),
        ("Llanfairpwllgwyngyll", "ll a n f a i r p w ll g w y n g y ll"),
        ("tŷ 9", "t y 9"),
        ("an\u034fgel", "a n g e l"),
    ],
)
def test_a_word_is_spelt_in_welsh_letters(word, spelt):
    assert " ".join(letters(word)) == spelt


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Llanelli", "ll"),
        ("Lerpwl", "l"),
        ("Ŵyn", "w"),
        ("Ngozi", "ng"),
        ("Rhondda", "rh"),
        ("“Chwarae teg”", "ch"),
        ("'Steddfod", "s"),
        ("ÎLE", "i"),
        ("Kenfig", OTHER),
        ("3 mochyn bach", OTHER),
        ("", OTHER),
        ("…", OTHER),
        ("日本", OTHER),
    ],
)
def test_a_text_stands_under_its_first_letter(text, letter):
    assert first_letter(text) == letter


def test_a_name_with_an_article_stands_where_the_list_decides():
    assert first_letter("Y Bala") == "y"
    assert first_letter(without_article("Y Bala")) == "b"


def test_a_key_is_safe_in_any_collation():
    key = sort_key("Pen-y-bont ar Ogwr, Môn")

    assert set(key.removesuffix("Pen-y-bont ar Ogwr, Môn")) <= set("0123456789")


def test_mutated_names_keep_the_letters_of_the_rest():
    names = ["Bangor", "Llangefni", "Bryngwran", "Trerhingyll", "cyngor", "penrhyn", "llynges", "cenglu"]

    for name in names:
        tail = letters(name)[1:]
        for kind in Mutation:
            assert letters(mutate(name, kind))[-len(tail) :] == tail


@given(text=st.text())
def test_any_text_at_all_has_a_key_and_a_letter(text):
    assert sort_key(text).endswith(text)
    assert first_letter(text) in {*ALPHABET, OTHER}


@given(texts=st.lists(st.text("abcdghlnrhABNâŵ -'1k", max_size=8)), chance=st.randoms())
def test_order_does_not_depend_on_where_one_begins(texts, chance):
    shuffled = chance.sample(texts, len(texts))

    assert sorted(shuffled, key=sort_key) == sorted(texts, key=sort_key)


@given(one=st.text(), other=st.text())
def test_only_the_same_text_has_the_same_key(one, other):
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(text=st.text("aâeêoôwŵyŷ ngrhllBD", max_size=12))
def test_loose_accents_stand_where_fixed_ones_do(text):
    loose = unicodedata.normalize("NFD", text)

    assert sort_key(loose).removesuffix(loose) == sort_key(text).removesuffix(text)


@given(text=st.text("aâcdeghlnôprtŵyzkABLl", min_size=1, max_size=10))
def test_a_key_begins_as_all_keys_under_its_letter_do(text):
    under = [letter for letter in LETTERS_OF_NAMES if sort_key(text).startswith(beginning_of_keys(letter))]

    assert under == list(letters(text)[:1])
