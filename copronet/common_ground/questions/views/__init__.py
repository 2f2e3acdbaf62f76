"""The pages of questionnaires: writing them, on paper, and reading the answers without names."""

from .answers import AnswersView, TakeAnswersView
from .editions import BeginEditionView, CloseView, EditionView, PaperView, PublishView, TryView
from .own import MyResponsesView, MyResponseView, WithdrawView
from .questionnaires import (
    AddQuestionnaireView,
    AddQuestionView,
    ChangeQuestionnaireView,
    ChangeQuestionView,
    MoveQuestionView,
    QuestionnairesView,
    QuestionnaireView,
    RemoveQuestionView,
)

__all__ = [
    "AddQuestionView",
    "AddQuestionnaireView",
    "AnswersView",
    "BeginEditionView",
    "ChangeQuestionView",
    "ChangeQuestionnaireView",
    "CloseView",
    "EditionView",
    "MoveQuestionView",
    "MyResponseView",
    "MyResponsesView",
    "PaperView",
    "PublishView",
    "QuestionnaireView",
    "QuestionnairesView",
    "RemoveQuestionView",
    "TakeAnswersView",
    "TryView",
    "WithdrawView",
]
