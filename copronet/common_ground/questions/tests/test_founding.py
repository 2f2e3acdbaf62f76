import pytest
from django.apps import apps

from copronet.common_ground.questions.choices import BASELINE
from copronet.common_ground.questions.imports import bring_in_questionnaires
from copronet.common_ground.questions.models import Edition, Option, Question, Questionnaire
from copronet.common_ground.questions.queries import codebook, missing_words

pytestmark = pytest.mark.django_db


def test_the_baseline_is_published_and_whole_in_both_languages(baseline):
    assert [each["code"] for each in codebook(baseline)] == [each.code for each in BASELINE.questions]
    assert missing_words(baseline) == []
    assert 8 <= len(BASELINE.questions) <= 10


def test_founding_again_changes_nothing():
    kinds = (Questionnaire, Edition, Question, Option)
    before = [kind.objects.count() for kind in kinds]

    bring_in_questionnaires(using="default", apps=apps)

    assert [kind.objects.count() for kind in kinds] == before


@pytest.mark.django_db(transaction=True)
def test_the_questionnaires_outlive_an_emptied_test_database():
    assert Edition.objects.filter(state="published").count() == 1
