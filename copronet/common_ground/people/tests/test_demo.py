import pytest

from copronet.common_ground.people.choices import KINDS
from copronet.common_ground.people.demo import ORGANISATIONS, PEOPLE, WRITTEN_TWICE, load
from copronet.common_ground.people.models import LikelyPair, Organisation, Person, Support
from copronet.common_ground.people.queries import holdings_today, organisations_without_answer

pytestmark = pytest.mark.django_db


def test_the_demonstration_is_always_the_same_and_loads_once():
    load()
    first = list(Person.objects.order_by("id").values_list("name", "email", "language", "seen_by"))

    load()

    assert list(Person.objects.order_by("id").values_list("name", "email", "language", "seen_by")) == first
    assert (len(first), Organisation.objects.count()) == (PEOPLE, ORGANISATIONS)
    assert len({name for name, *_rest in first}) == PEOPLE


def test_the_demonstration_fills_every_office_and_no_organisation_is_left_without_an_answer():
    load()

    assert {holding.office_id for holding in holdings_today()} == {
        "network-director",
        "network-coordinator",
        "project-board-member",
        "evaluator",
        "translator",
        "moderator",
    }
    assert list(organisations_without_answer()) == []


def test_one_person_takes_part_on_paper_alone_and_somebody_acts_for_them():
    load()

    on_paper = Person.objects.get(email=None)
    assert Support.objects.filter(supported=on_paper, begins__isnull=False).count() == 1


def test_every_kind_and_every_area_is_there_and_one_organisation_is_written_down_twice():
    load()

    organisations = Organisation.objects.all()
    assert {each.kind_id for each in organisations} == {kind.code for kind in KINDS}
    assert len({each.area_id for each in organisations if each.area_id}) == 22
    assert LikelyPair.objects.filter(second__name_en=WRITTEN_TWICE[1]).exists()
