import pytest

from copronet.engines.cymraeg.finding.inflection import (
    possible_positives,
    possible_singulars,
    possible_verbnouns,
)
from copronet.engines.cymraeg.finding.readings import meant_by, readings
from copronet.engines.cymraeg.finding.stemming import light_stem


@pytest.mark.parametrize(
    ("form", "singular"),
    [
        ("geiriau", "gair"),
        ("calonnau", "calon"),
        ("coed", "coeden"),
        ("meibion", "mab"),
        ("gofalwyr", "gofalwr"),
    ],
)
def test_the_singular_is_among_the_guesses(form, singular):
    assert singular in set(possible_singulars(form))


@pytest.mark.parametrize(("form", "verbnoun"), [("canodd", "canu"), ("cenais", "canu"), ("dysgir", "dysgu")])
def test_the_verbnoun_is_among_the_guesses(form, verbnoun):
    assert verbnoun in set(possible_verbnouns(form))


@pytest.mark.parametrize(
    ("form", "positive"), [("tecach", "teg"), ("gwlypaf", "gwlyb"), ("caleted", "caled")]
)
def test_the_positive_is_among_the_guesses(form, positive):
    assert positive in set(possible_positives(form))


def test_a_function_word_is_itself(analyser):
    assert [reading.lemma for reading in readings("wedi", analyser.lexicon)] == ["wedi"]


def test_a_name_is_not_inflected(analyser):
    assert readings("dylan", analyser.lexicon, name=True)[0].lemma == "dylan"
    assert "dal" not in {reading.lemma for reading in readings("dylan", analyser.lexicon, name=True)}


def test_a_citation_form_in_a_query_means_itself(analyser):
    assert [reading.lemma for reading in meant_by("poen", analyser.lexicon)] == ["poen"]


def test_readings_come_likeliest_first(analyser):
    weights = [reading.weight for reading in readings("fan", analyser.lexicon)]

    assert weights == sorted(weights, reverse=True)


def test_a_stem_says_enough_or_is_none():
    assert light_stem("cynrychiolwyr") == "cynrychiol"
    assert light_stem("tai") is None
