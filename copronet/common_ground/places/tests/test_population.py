import pytest
from django.core.management import CommandError, call_command

from copronet.common_ground.places.demo import load
from copronet.common_ground.places.imports import FaultyFile, load_population
from copronet.common_ground.places.models import Population
from copronet.common_ground.places.queries import population_by_area

pytestmark = pytest.mark.django_db
CAERDYDD = "W06000015"
HEADINGS = "area,year,people,source\n"


def lines(*rows):
    return (HEADINGS + "\n".join(rows)).splitlines()


def test_a_file_is_loaded_and_loaded_again_replaces_what_it_said():
    load_population(lines(f"{CAERDYDD},2021,362400,Census"))
    load_population(lines(f"{CAERDYDD},2021,362000,Census", f"{CAERDYDD},2024,370000,Estimate"))

    assert list(Population.objects.order_by("year").values_list("year", "people")) == [
        (2021, 362000),
        (2024, 370000),
    ]
    assert population_by_area()[CAERDYDD].people == 370000


def test_a_faulty_file_is_refused_whole_with_each_fault_by_its_line():
    with pytest.raises(FaultyFile) as refusal:
        load_population(
            lines(
                f"{CAERDYDD},2021,362400,Census",
                "W99,2021,1,Census",
                f"{CAERDYDD},2021,-5,",
                f"{CAERDYDD},MMXX,1.5,Census",
            )
        )

    assert [fault.split(":")[0] for fault in refusal.value.faults] == ["3", "4", "4", "4", "5", "5"]
    assert not Population.objects.exists()


@pytest.mark.parametrize("text", ["", "area,year\n", HEADINGS])
def test_a_file_without_the_columns_or_without_rows_is_refused(text):
    with pytest.raises(FaultyFile):
        load_population(text.splitlines())


def test_the_demonstrations_figures_are_an_example_and_give_way_to_real_ones():
    load()
    load()
    assert set(Population.objects.values_list("is_example", flat=True)) == {True}
    assert len(population_by_area()) == 22

    load_population(lines(f"{CAERDYDD},2024,370000,Estimate"))

    assert list(Population.objects.values_list("area_id", "is_example")) == [(CAERDYDD, False)]


def test_the_operator_is_told_what_is_wrong_in_both_languages(tmp_path, capsys):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(f"\ufeff{HEADINGS}{CAERDYDD},2024,370000,Estimate\n", encoding="utf-8")
    bad.write_bytes(b"\xff\xfe\x00")

    call_command("places", "population", str(good))
    assert capsys.readouterr().out == "1\n"
    for wrong in (bad, tmp_path / "none.csv"):
        with pytest.raises(CommandError, match=" / "):
            call_command("places", "population", str(wrong))
