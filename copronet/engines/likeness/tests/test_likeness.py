import pytest
from hypothesis import given
from hypothesis import strategies as some

from copronet.engines.likeness import (
    NameLikeness,
    Said,
    compare_names,
    domain_of,
    initials_of,
    keys_of,
    words_of,
)
from copronet.engines.likeness.keys import halves_near, halves_of, keys_to_look_under


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cymdeithas Gofalwyr Llanffug", "CYMDEITHAS OFALWYR LLANFFUG"),
        ("Y Ganolfan Gymunedol", "Canolfan Gymunedol"),
        ("Tŷ Hafan", "Ty Hafan"),
        ("Cwm Hud Cyf.", "Cwm Hud"),
        ("Cwm Hud Carers Ltd", "Carers of Cwm Hud"),
        ("Cwm Hud CIC", "Cwm Hud Cymru"),
        ("Pen-y-bont Carers", "Penybont Carers"),
        ("Co-production Network for Wales", "Coproduction Network"),
        ("Carers' Society", "Carers Society"),
        ("Hud & Lledrith", "Hud and Lledrith"),
        ("Cyngor Dinas", "Dinas Cyngor"),
    ],
)
def test_two_spellings_of_one_name_are_the_same(one, other):
    assert compare_names(one, other) is NameLikeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Llanffug Community Centre", "Llanfug Community Centre"),
        ("Aberchwedl Youth Project", "Aberchwdel Youth Project"),
        ("Befriending Service", "Befreinding Servce"),
    ],
)
def test_a_slip_of_the_pen_is_nearly_the_same(one, other):
    assert compare_names(one, other) is NameLikeness.NEARLY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Llanffug Carers", "Llanffug Youth"),
        ("Cwm Hud Carers", "Cwm Hir Carers"),
        ("Powys Carers", "Gwent Carers"),
        ("Cymru", ""),
        ("Carers", "Powys Carers"),
    ],
)
def test_a_word_that_differs_tells_two_names_apart(one, other):
    assert compare_names(one, other) is None


def test_a_name_that_holds_the_other_is_said_to():
    assert compare_names("Cwm Hud Carers", "Cwm Hud Young Carers") is NameLikeness.WITHIN


@given(some.text(max_size=40), some.text(max_size=40))
def test_likeness_is_the_same_from_either_side(one, other):
    assert compare_names(one, other) == compare_names(other, one)


@given(some.text(max_size=60), some.text(max_size=30))
def test_every_name_and_website_has_keys_and_finds_itself(name, website):
    said = Said(names=(name,), website=website)

    assert keys_of(said) - keys_to_look_under(said) <= {
        key for key in keys_of(said) if key[0] in "ih"
    }  # initials alone point at nobody, and halves are for slips


@given(some.text(alphabet="abcdefghl", min_size=6, max_size=14), some.data())
def test_a_word_with_one_slip_still_shares_half(word, data):
    place = data.draw(some.integers(0, len(word) - 1))
    slip = data.draw(some.sampled_from(["", "x", f"{word[place]}x"]))
    wrong = word[:place] + slip + word[place + 1 :]

    assert set(halves_of(word)) & set(halves_near(wrong))


@pytest.mark.parametrize(
    ("website", "domain"),
    [
        ("https://www.cwm.example/am/ni", "cwm.example"),
        ("cwm.example", "cwm.example"),
        ("https://facebook.com/CwmHud/posts", "facebook.com/cwmhud"),
        ("https://www.facebook.com/", ""),
        ("https://cwmhud.wordpress.com", "cwmhud.wordpress.com"),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_the_domain_is_what_is_the_organisations_own(website, domain):
    assert domain_of(website) == domain


def test_initials_are_read_with_and_without_the_little_words():
    assert initials_of("Cyngor Gweithredu Gwirfoddol Cymru") == {"cggc"}
    assert initials_of("Wales Council for Voluntary Action") == {"wcva", "wcfva"}
    assert initials_of("Cwm Hud") == frozenset()


def test_a_name_of_nothing_but_little_words_keeps_them():
    assert words_of("Y Cwmni") == ("y", "wmni")
