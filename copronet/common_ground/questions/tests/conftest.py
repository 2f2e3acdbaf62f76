import pytest

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.common_ground.questions.actions import begin_edition
from copronet.common_ground.questions.choices import Kind
from copronet.common_ground.questions.models import Edition, Option, Question, Questionnaire
from copronet.common_ground.questions.queries import edition_in_force

OPTIONS = ("always", "often", "never")


def question(edition: Edition, code: str, kind: Kind, **more: object) -> Question:
    made = Question.objects.create(
        edition=edition, code=code, kind=kind, text_cy=f"{code}, ie?", text_en=f"{code}, is it?", **more
    )
    if kind.has_options:
        Option.objects.bulk_create(
            Option(
                question=made, code=each, text_cy=f"{each} cy", text_en=f"{each} en", place=place, value=place
            )
            for place, each in enumerate(OPTIONS, start=1)
        )
    return made


@pytest.fixture
def written() -> Edition:
    """An edition being written, with one question of each kind, named by its kind; the choice is required."""
    questionnaire = Questionnaire.objects.create(code="example", title_cy="Enghraifft", title_en="Example")
    edition = begin_edition(actor=CLOCKWORK, questionnaire=questionnaire)
    for place, kind in enumerate(Kind, start=1):
        question(edition, kind.value, kind, place=place, is_required=kind is Kind.CHOICE)
    return edition


@pytest.fixture
def edition(written: Edition) -> Edition:
    """The same, published."""
    from copronet.common_ground.questions.actions import publish_edition

    publish_edition(actor=CLOCKWORK, edition=written)
    written.refresh_from_db()
    return written


@pytest.fixture
def baseline() -> Edition:
    found = edition_in_force("membership-baseline")
    assert found
    return found
