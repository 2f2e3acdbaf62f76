"""Reading questionnaires; and reading answers, by pseudonym or one's own."""

from .answers import (
    answered,
    answers_of,
    answers_to,
    counts_of,
    identity_of,
    in_words,
    response_of,
    responses_of,
    responses_to_export,
)
from .questionnaires import (
    codebook,
    edition_in_force,
    edition_on_paper,
    missing_words,
    paper_options,
    paper_sheet,
    questionnaires_in_order,
    questions_of,
)

__all__ = [
    "answered",
    "answers_of",
    "answers_to",
    "codebook",
    "counts_of",
    "edition_in_force",
    "edition_on_paper",
    "identity_of",
    "in_words",
    "missing_words",
    "paper_options",
    "paper_sheet",
    "questionnaires_in_order",
    "questions_of",
    "response_of",
    "responses_of",
    "responses_to_export",
]
