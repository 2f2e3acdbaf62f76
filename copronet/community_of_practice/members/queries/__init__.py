"""Reading memberships: whose they are, what is missing, what was promised, who is active."""

from .memberships import (
    actor_for,
    has_agreed,
    has_chosen,
    has_told_about_themselves,
    has_told_what_it_is,
    membership_of,
    memberships_of,
    moves_open_to,
    principles_in_force,
    waiting_for_a_welcome,
)
from .promises import (
    interests_of,
    promise_entry,
    promise_of,
    promises_of_organisation,
    promises_of_person,
    promises_to_find,
)

__all__ = [
    "actor_for",
    "has_agreed",
    "has_chosen",
    "has_told_about_themselves",
    "has_told_what_it_is",
    "interests_of",
    "membership_of",
    "memberships_of",
    "moves_open_to",
    "principles_in_force",
    "promise_entry",
    "promise_of",
    "promises_of_organisation",
    "promises_of_person",
    "promises_to_find",
    "waiting_for_a_welcome",
]
