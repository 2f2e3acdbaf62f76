"""Questionnaires with their editions, and answers held apart from who gave them."""

from .answers import Answer, Respondent, RespondentIdentity, Response
from .questionnaires import Edition, Option, Question, Questionnaire

__all__ = [
    "Answer",
    "Edition",
    "Option",
    "Question",
    "Questionnaire",
    "Respondent",
    "RespondentIdentity",
    "Response",
]
