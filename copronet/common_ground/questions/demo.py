"""The demonstration's answers: the people who hold an office have said where they start from."""

from random import Random
from typing import Any

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.queries import holdings_today
from copronet.common_ground.places.choices import AREAS

from .actions import begin_response, keep_answers
from .choices import BASELINE, Kind
from .models import Edition, Question, Response
from .queries import edition_in_force, questions_of

WORDS = {
    Language.WELSH: ("Mwy o amser i ddod i nabod ein gilydd.", "Arian sy'n para mwy na blwyddyn.", ""),
    Language.ENGLISH: ("More time to get to know each other.", "Money that lasts longer than a year.", ""),
}


def load() -> None:
    """Answer once; where there are answers already, do nothing."""
    edition = edition_in_force(BASELINE.code)
    if edition is None or Response.objects.exists():
        return
    chance = Random("copronet questions")  # noqa: S311  (the same answers every time)
    people = {holding.person for holding in holdings_today()}
    for person in sorted(people, key=lambda each: each.pk):
        language = Language(person.language)
        response = begin_response(actor=Actor(person), edition=edition, person=person, language=language)
        answers = plausible_answers(edition, chance, language=language)
        keep_answers(actor=Actor(person), response=response, answers=answers, finish=True)


def plausible_answers(edition: Edition, chance: Random, *, language: Language) -> dict[str, Any]:
    """Made-up answers to every question of an edition, for the demonstrations of other rooms too."""
    return {question.code: _plausible(question, chance, language) for question in questions_of(edition)}


def _plausible(question: Question, chance: Random, language: Language) -> Any:
    codes = [option.code for option in question.options.all()]
    kind = question.asks_for
    if kind is Kind.SEVERAL:
        return chance.sample(codes, chance.randint(1, min(3, len(codes))))
    if kind.has_options:
        return codes[min(chance.randrange(len(codes)), chance.randrange(len(codes)))]
    made: dict[Kind, Any] = {
        Kind.NUMBER: chance.choice([0, 1, 2, 3, 3, 5, 8, 12]),
        Kind.TEXT: chance.choice(WORDS[language]),
        Kind.PLACE: chance.choice(AREAS).code,
        Kind.DATE: "2026-04-01",
    }
    return made[kind]
