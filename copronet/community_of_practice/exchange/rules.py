"""Who may see offers and requests, speak for them, and look after the exchange."""

from typing import Any

import rules

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds
from copronet.common_ground.people.rules import Reader, is_signed_in

from .models import Side
from .queries import is_mine, is_shown_to


@rules.predicate
def may_look_after_exchange(person: Reader) -> bool:
    return holds(person, "exchange.look_after")


@rules.predicate
def is_shown(person: Reader, side: Side) -> bool:
    return is_shown_to(side, person)


@rules.predicate
def speaks_for_it(person: Reader, side: Side) -> bool:
    return isinstance(person, Person) and is_mine(side, person)


@rules.predicate
def speaks_for_this_side(person: Reader, meeting: Any) -> bool:
    """``meeting`` is a suggestion and one of its sides."""
    suggestion, side = meeting
    return isinstance(person, Person) and is_mine(getattr(suggestion, side), person)


rules.add_perm("exchange.look_after", may_look_after_exchange)
rules.add_perm("exchange.add", is_signed_in)
rules.add_perm("exchange.see", is_shown | may_look_after_exchange)
rules.add_perm("exchange.change", speaks_for_it | may_look_after_exchange)
rules.add_perm("exchange.answer", speaks_for_this_side)
