"""Two people at the same moment, in real threads."""

import pytest
from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, Actor
from copronet.common_ground.journal.models import Deed
from copronet.community_of_practice.assets.actions.checking import answer, ask_owner
from copronet.community_of_practice.assets.actions.events import type_in_card
from copronet.community_of_practice.assets.actions.keeping import withdraw
from copronet.community_of_practice.assets.choices import Answer
from copronet.community_of_practice.assets.models import Asset
from tests.at_once import only_where_rows_are_held, together
from tests.factories import AssetFactory, MappingEventFactory, PersonFactory

pytestmark = [pytest.mark.django_db(transaction=True), only_where_rows_are_held]


def test_one_of_two_stewards_withdraws_an_entry():
    asset, actor = AssetFactory(), Actor(PersonFactory())

    came = together(*[lambda: withdraw(actor=actor, asset=asset, why="Wedi cau")] * 2)

    assert came == ["done", "refused"]
    assert Deed.objects.filter(verb="assets.withdrawn").count() == 1


def test_a_link_pressed_by_two_at_once_answers_once():
    asset = AssetFactory(whose="person", person=PersonFactory())
    asking = ask_owner(
        actor=CLOCKWORK, owner=("person", asset.person_id), assets=[asset], today=timezone.localdate()
    )
    question, actor = asking.questions.get(), Actor(asset.person)

    came = together(
        lambda: answer(actor=actor, question=question, answer=Answer.RIGHT),
        lambda: answer(actor=actor, question=question, answer=Answer.CHANGED, words="x", language="cy"),
    )

    assert came == ["done", "refused"]


def test_a_card_is_typed_in_by_one_of_two():
    event, actor = MappingEventFactory(), Actor(PersonFactory())

    came = together(*[lambda: type_in_card(actor=actor, event=event, card=1, asset=AssetFactory.build())] * 2)

    assert came == ["done", "refused"]
    assert Asset.objects.count() == 1
