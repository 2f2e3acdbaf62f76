"""In and out of HTTP: looking for help, services, feeds, questions."""

from .questions import AnswerForm, AskForm, HelpedForm
from .services import FeedForm, ServiceForm, TurnForm

__all__ = ["AnswerForm", "AskForm", "FeedForm", "HelpedForm", "ServiceForm", "TurnForm"]
