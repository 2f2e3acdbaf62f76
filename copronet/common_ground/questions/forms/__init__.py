"""The form that an edition asks with, and the forms in which questionnaires are written."""

from .answering import AnswersForm
from .writing import QuestionForm, QuestionnaireForm

__all__ = ["AnswersForm", "QuestionForm", "QuestionnaireForm"]
