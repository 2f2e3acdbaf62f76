"""Questionnaires: written by staff; answers read, without names, by evaluators and by nobody else."""

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.common_ground.questions.actions import begin_edition, begin_response
from copronet.common_ground.questions.models import Edition, Question, Questionnaire
from copronet.common_ground.questions.queries import edition_in_force
from tests.factories import PersonFactory
from tests.permissions.rows import SIGN_IN, Answer, Row, deed, page

CODE = "membership-baseline"


def of_questionnaire() -> dict[str, str]:
    return {"code": CODE}


def in_force() -> dict[str, int]:
    edition = edition_in_force(CODE)
    assert edition
    return {"pk": edition.pk}


def _written() -> Edition:
    questionnaire = Questionnaire.objects.get(code=CODE)
    there = questionnaire.editions.filter(state="written").first()
    return there or begin_edition(actor=CLOCKWORK, questionnaire=questionnaire)


def written() -> dict[str, int]:
    return {"pk": _written().pk}


def of_question() -> dict[str, int]:
    question = Question.objects.filter(edition=_written()).first()
    assert question
    return {"pk": question.pk}


def of_somebody() -> dict[str, int]:
    edition = edition_in_force(CODE)
    assert edition
    return {"pk": begin_response(actor=CLOCKWORK, edition=edition, person=PersonFactory()).pk}


def editors(answer: Answer = 200, **more: object) -> Row:
    return page(403, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


def readers(**more: object) -> Row:
    return page(403, anonymous=SIGN_IN, staff=200, translator=200, evaluator=200, **more)  # type: ignore[arg-type]


WORDS = {"title_cy": "Enghraifft", "title_en": "Example"}
QUESTION = {"kind": "text", "text_cy": "Beth nesaf?", "text_en": "What next?"}

PAGES = {
    "questions:questionnaires": readers(),
    "questions:add_questionnaire": editors(),
    "questions:questionnaire": readers(at=of_questionnaire),
    "questions:change_questionnaire": editors(at=of_questionnaire),
    "questions:begin_edition": editors(405, at=of_questionnaire),
    "questions:edition": readers(at=written),
    "questions:publish": editors(at=written),
    "questions:close": editors(at=in_force),
    "questions:add_question": editors(at=written),
    "questions:try": readers(at=in_force),
    "questions:paper": page(200, at=in_force),
    "questions:answers": page(403, anonymous=SIGN_IN, evaluator=200, at=in_force),
    "questions:take_answers": page(403, anonymous=SIGN_IN, evaluator=405, at=in_force),
    "questions:mine": page(200, anonymous=SIGN_IN),
    "questions:my_response": page(404, anonymous=SIGN_IN, at=of_somebody),  # nobody reads another's
    "questions:withdraw": page(404, anonymous=SIGN_IN, at=of_somebody),
    "questions:change_question": editors(at=of_question),
    "questions:move_question": editors(405, at=of_question),
    "questions:remove_question": editors(at=of_question),
}
DEEDS = [
    ("questions:add_questionnaire", deed(403, anonymous=SIGN_IN, staff=302, sends=WORDS)),
    (
        "questions:change_questionnaire",
        deed(403, anonymous=SIGN_IN, staff=302, sends=WORDS | {"based_on": 0}, at=of_questionnaire),
    ),
    ("questions:begin_edition", deed(403, anonymous=SIGN_IN, staff=302, at=of_questionnaire)),
    ("questions:publish", deed(403, anonymous=SIGN_IN, staff=302, at=written)),
    ("questions:close", deed(403, anonymous=SIGN_IN, staff=302, at=in_force)),
    ("questions:add_question", deed(403, anonymous=SIGN_IN, staff=302, sends=QUESTION, at=written)),
    ("questions:change_question", deed(403, anonymous=SIGN_IN, staff=302, sends=QUESTION, at=of_question)),
    ("questions:move_question", deed(403, anonymous=SIGN_IN, staff=302, sends={"down": ""}, at=of_question)),
    ("questions:remove_question", deed(403, anonymous=SIGN_IN, staff=302, at=of_question)),
    ("questions:withdraw", deed(404, anonymous=SIGN_IN, at=of_somebody)),
    (
        "questions:take_answers",
        deed(403, anonymous=SIGN_IN, evaluator=200, sends={"file": "answers.csv"}, at=in_force),
    ),
]
