"""Writing questionnaires, and answering them."""

from .answers import begin_response, finish_response, keep_answers, take_answers, withdraw_response
from .editions import begin_edition, close_edition, publish_edition
from .questionnaires import keep_question, keep_questionnaire, move_question, remove_question

__all__ = [
    "begin_edition",
    "begin_response",
    "close_edition",
    "finish_response",
    "keep_answers",
    "keep_question",
    "keep_questionnaire",
    "move_question",
    "publish_edition",
    "remove_question",
    "take_answers",
    "withdraw_response",
]
