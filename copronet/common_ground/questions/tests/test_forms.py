import pytest
from django.http import QueryDict
from django.utils.translation import override

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.common_ground.questions.actions import begin_response, keep_answers
from copronet.common_ground.questions.forms import AnswersForm
from copronet.common_ground.questions.queries import answered
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
TYPED = (
    "q-choice=often&q-several=always&q-several=never&q-scale=always&q-number=3"
    "&q-date_day=1&q-date_month=5&q-date_year=2026&q-text=Diolch&q-place=W06000015"
)


@pytest.fixture
def response(edition):
    return begin_response(actor=CLOCKWORK, edition=edition, person=PersonFactory())


def form_of(response, typed: str, **more) -> AnswersForm:
    return AnswersForm(edition=response.edition, response=response, data=QueryDict(typed), **more)


def test_every_kind_of_answer_goes_through_the_form(response):
    form = form_of(response, f"{TYPED}&finish=1")

    assert form.save_as(CLOCKWORK, response)
    assert answered(response) == {
        "choice": "often",
        "several": ["always", "never"],
        "scale": "always",
        "number": 3,
        "date": "2026-05-01",
        "text": "Diolch",
        "place": "W06000015",
    }


def test_the_form_shows_what_was_answered_before(response):
    form_of(response, TYPED).save_as(CLOCKWORK, response)

    shown = str(AnswersForm(edition=response.edition, response=response))

    for piece in (
        'value="often" id="id_q-choice_1" checked',
        'value="2026"',
        'value="W06000015" selected',
        "Diolch",
    ):
        assert piece in shown or piece.replace(' id="id_q-choice_1"', "") in shown


def test_nothing_is_required_until_the_end(response):
    form = form_of(response, "q-number=3")

    assert not form.save_as(CLOCKWORK, response)
    assert form.is_valid()
    assert answered(response) == {"number": 3}


def test_handing_in_without_what_has_to_be_answered_keeps_the_rest(response):
    form = form_of(response, "q-number=3&finish=1")

    assert not form.save_as(CLOCKWORK, response)
    assert form.errors.keys() == {"choice"}
    assert answered(response) == {"number": 3}


def test_a_mistake_beside_right_answers_keeps_the_right_ones(response):
    keep_answers(actor=CLOCKWORK, response=response, answers={"number": 7})

    form = form_of(response, "q-number=many&q-choice=never")
    form.save_as(CLOCKWORK, response)

    assert form.errors.keys() == {"number"}
    assert answered(response) == {"number": 7, "choice": "never"}


def test_a_form_of_some_questions_leaves_the_others_alone(response):
    form_of(response, TYPED).save_as(CLOCKWORK, response)

    form_of(response, "q-number=4", only=["number"]).save_as(CLOCKWORK, response)

    assert answered(response)["number"] == 4
    assert answered(response)["choice"] == "often"


@pytest.mark.parametrize(("language", "words"), [("cy", "choice, ie?"), ("en", "choice, is it?")])
def test_the_form_asks_in_the_readers_language(edition, language, words):
    with override(language):
        assert words in str(AnswersForm(edition=edition))


def test_whoever_types_in_a_paper_form_sees_its_codes(edition):
    with override("en"):
        shown = str(AnswersForm(edition=edition, numbered=True))

    assert "1. choice, is it?" in shown
    assert "1b. often en" in shown


def test_the_baseline_asks_the_database_little(baseline, count_queries):
    assert count_queries(lambda: str(AnswersForm(edition=baseline))) == 2
