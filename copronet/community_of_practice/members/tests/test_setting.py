"""Two of the staff set the principles, or when a member is active, at the same moment."""

import pytest

from copronet.common_ground.journal.actions import Actor
from copronet.community_of_practice.members.actions.activity import set_active_rule
from copronet.community_of_practice.members.actions.joining import set_principles
from copronet.community_of_practice.members.models import ActiveRule, Principles
from tests.at_once import only_where_rows_are_held, while_held
from tests.factories import PersonFactory


def set_words(actor: Actor) -> None:
    set_principles(actor=actor, text_cy="Yn gyfartal", text_en="As equals")


def set_rule(actor: Actor) -> None:
    set_active_rule(actor=actor, months=3, verbs=["members.promised"], decision_cy="Y fforwm")


@only_where_rows_are_held
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("set_one", "kept"), [(set_words, Principles), (set_rule, ActiveRule)])
def test_the_second_of_two_at_the_same_moment_is_asked_to_read_the_first(set_one, kept):
    before, (one, other) = kept.objects.count(), (Actor(PersonFactory()), Actor(PersonFactory()))

    came = while_held(lambda: set_one(one), lambda: set_one(other))

    assert came == "refused"
    assert kept.objects.count() == before + 1
