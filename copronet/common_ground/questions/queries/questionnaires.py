"""Reading what is asked."""

from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

from django.db.models import Prefetch, QuerySet

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.questions.choices import State
from copronet.common_ground.questions.models import Edition, Option, Question, Questionnaire


def edition_in_force(code: str) -> Edition | None:
    """The published edition of the questionnaire of that code; None where there is none."""
    in_force = Edition.objects.filter(questionnaire__code=code, state=State.PUBLISHED)
    return in_force.select_related("questionnaire").first()


def edition_on_paper(paper_code: str) -> Edition | None:
    """The edition whose code stands on a paper form, however it was typed."""
    typed = "".join(paper_code.split()).upper()
    digits = typed.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not digits.isdecimal() or len(digits) > 18:
        return None
    edition = Edition.objects.filter(pk=int(digits)).select_related("questionnaire").first()
    return edition if edition is not None and edition.paper_code == typed else None


def questionnaires_in_order() -> QuerySet[Questionnaire]:
    """Every questionnaire with its editions, the newest first."""
    editions = Edition.objects.order_by("-number")
    return Questionnaire.objects.prefetch_related(Prefetch("editions", editions)).order_by(
        f"title_{reading_language().value}", "id"
    )


def questions_of(edition: Edition) -> QuerySet[Question]:
    """The questions of an edition in order, each with its options in order: two queries."""
    options = Prefetch("options", Option.objects.order_by("place", "id"))
    return edition.questions.order_by("place", "id").prefetch_related(options)


def missing_words(edition: Edition) -> list[Question]:
    """The questions that cannot be asked of everybody yet: a side is empty, or there is nothing to choose."""
    return [question for question in questions_of(edition) if not _is_whole(question)]


def _is_whole(question: Question) -> bool:
    options = list(question.options.all())
    texts = [(question.text_cy, question.text_en), *((each.text_cy, each.text_en) for each in options)]
    helped = bool(question.help_cy) == bool(question.help_en)
    enough = len(options) >= 2 or not question.asks_for.has_options
    return helped and enough and all(welsh and english for welsh, english in texts)


def codebook(edition: Edition) -> list[dict[str, Any]]:
    """What each code of an edition means, in both languages, as plain values."""
    return [
        {
            "code": question.code,
            "kind": question.kind,
            "text_cy": question.text_cy,
            "text_en": question.text_en,
            "required": question.is_required,
            "least": question.least,
            "most": question.most,
            "options": [
                {"code": each.code, "value": each.value, "text_cy": each.text_cy, "text_en": each.text_en}
                for each in question.options.all()
            ],
        }
        for question in questions_of(edition)
    ]


@dataclass(frozen=True)
class PaperQuestion:
    """A question as it stands on paper: its number, and its options each with the code to type."""

    number: int
    question: Question
    options: list[tuple[str, Option]]


def paper_sheet(edition: Edition) -> list[PaperQuestion]:
    """The questions of an edition with the short codes that the paper form and assisted entry share."""
    return [
        PaperQuestion(number, question, paper_options(number, question))
        for number, question in enumerate(questions_of(edition), start=1)
    ]


def paper_options(number: int, question: Question) -> list[tuple[str, Option]]:
    """Each option with its code: 3a, 3b, and so on."""
    return [
        (f"{number}{ascii_lowercase[place]}", option) for place, option in enumerate(question.options.all())
    ]
