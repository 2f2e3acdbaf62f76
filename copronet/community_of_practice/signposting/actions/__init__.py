"""What people do here: look after services, take in feeds, ask and answer."""

from .questions import answer_question, ask_question, forget_question, say_whether_it_helped
from .services import Brought, bring_in, confirm_service, mark_gone, move_services, note_reading

__all__ = [
    "Brought",
    "answer_question",
    "ask_question",
    "bring_in",
    "confirm_service",
    "forget_question",
    "mark_gone",
    "move_services",
    "note_reading",
    "say_whether_it_helped",
]
