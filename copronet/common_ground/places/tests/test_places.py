from itertools import pairwise

import pytest
from django.core.management import call_command

from copronet.common_ground.places.choices import AREAS, HEALTH_BOARDS
from copronet.common_ground.places.imports import bring_in_places
from copronet.common_ground.places.models import Area, HealthBoard
from copronet.common_ground.places.queries import areas_by_board

pytestmark = pytest.mark.django_db

# The gaps in the public codes: 7 was Powys and 17 Merthyr Tydfil until their boundaries changed.
CODES = [f"W060000{number:02}" for number in range(1, 25) if number not in (7, 17)]


def test_all_22_areas_are_there_with_their_public_codes():
    codes = Area.objects.order_by("code").values_list("code", flat=True)

    assert list(codes) == CODES


def test_each_of_the_seven_health_boards_has_its_areas():
    boards = {board.name_en: board.areas.count() for board in HealthBoard.objects.all()}

    assert boards == {
        "Betsi Cadwaladr University Health Board": 6,
        "Powys Teaching Health Board": 1,
        "Hywel Dda University Health Board": 3,
        "Aneurin Bevan University Health Board": 5,
        "Cardiff and Vale University Health Board": 2,
        "Cwm Taf Morgannwg University Health Board": 3,
        "Swansea Bay University Health Board": 2,
    }


def test_names_carry_their_circumflex():
    assert Area.objects.get(code="W06000001").name_cy == "Ynys Môn"


def test_bringing_the_places_in_again_changes_nothing_and_mends_what_was_changed():
    Area.objects.filter(code="W06000001").update(name_cy="Ynys Mon")

    bring_in_places(using="default")

    assert Area.objects.get(code="W06000001").name_cy == "Ynys Môn"
    assert (Area.objects.count(), HealthBoard.objects.count()) == (22, 7)


@pytest.mark.django_db
def test_places_that_are_missing_come_back_with_the_next_migration():
    Area.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert Area.objects.count() == 22


def test_no_two_tiles_share_a_place_and_none_stands_alone():
    tiles = {(area.column, area.row) for area in AREAS}
    lonely = [
        area.name_en
        for area in AREAS
        if not any(
            (area.column + across, area.row + down) in tiles
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            if (across, down) != (0, 0)
        )
    ]

    assert len(tiles) == 22
    assert lonely == []


def test_areas_of_one_board_come_together(django_assert_num_queries):
    with django_assert_num_queries(1):
        boards = [area.health_board.code for area in areas_by_board()]

    assert sum(one != other for one, other in pairwise(boards)) == len(HEALTH_BOARDS) - 1


def test_the_facts_agree_with_the_office_for_national_statistics(shared_data):
    rows = (shared_data / "exchange" / "ons-lookups" / "052.csv").read_text().splitlines()[1:]
    published = {tuple(row.split(",")[1:5]) for row in rows}
    boards = {board.code: board.name_en for board in HEALTH_BOARDS}

    ours = {(area.code, area.name_en, area.health_board, boards[area.health_board]) for area in AREAS}

    assert ours == published
