import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.cymraeg import from_place, locative, to_place, without_article

PRINCIPAL_AREAS = {
    "Abertawe": "yn Abertawe",
    "Blaenau Gwent": "ym Mlaenau Gwent",
    "Bro Morgannwg": "ym Mro Morgannwg",
    "Caerdydd": "yng Nghaerdydd",
    "Caerffili": "yng Nghaerffili",
    "Casnewydd": "yng Nghasnewydd",
    "Castell-nedd Port Talbot": "yng Nghastell-nedd Port Talbot",
    "Ceredigion": "yng Ngheredigion",
    "Conwy": "yng Nghonwy",
    "Gwynedd": "yng Ngwynedd",
    "Merthyr Tudful": "ym Merthyr Tudful",
    "Pen-y-bont ar Ogwr": "ym Mhen-y-bont ar Ogwr",
    "Powys": "ym Mhowys",
    "Rhondda Cynon Taf": "yn Rhondda Cynon Taf",
    "Sir Benfro": "yn Sir Benfro",
    "Sir Ddinbych": "yn Sir Ddinbych",
    "Sir Fynwy": "yn Sir Fynwy",
    "Sir Gaerfyrddin": "yn Sir Gaerfyrddin",
    "Sir y Fflint": "yn Sir y Fflint",
    "Torfaen": "yn Nhorfaen",
    "Wrecsam": "yn Wrecsam",
    "Ynys Môn": "yn Ynys Môn",
}


@pytest.mark.parametrize(("name", "expected"), PRINCIPAL_AREAS.items())
def test_we_are_in_each_principal_area(name, expected):
    assert locative(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bangor", "ym Mangor"),
        ("Dolgellau", "yn Nolgellau"),
        ("Pontypridd", "ym Mhontypridd"),
        ("Tywyn", "yn Nhywyn"),
        ("Gwent", "yng Ngwent"),
        ("Llandudno", "yn Llandudno"),
        ("Cymru", "yng Nghymru"),
        ("Y Bala", "yn y Bala"),
        ("y Bala", "yn y Bala"),
        ("Yr Wyddgrug", "yn yr Wyddgrug"),
        ("Y Deyrnas Unedig", "yn y Deyrnas Unedig"),
        ("Ystradgynlais", "yn Ystradgynlais"),
    ],
)
def test_we_are_in_a_town_or_a_country(name, expected):
    assert locative(name) == expected


@pytest.mark.parametrize(
    ("name", "to", "from_there"),
    [
        ("Caerdydd", "i Gaerdydd", "o Gaerdydd"),
        ("Gwynedd", "i Wynedd", "o Wynedd"),
        ("Llanelli", "i Lanelli", "o Lanelli"),
        ("Rhondda Cynon Taf", "i Rondda Cynon Taf", "o Rondda Cynon Taf"),
        ("Sir Benfro", "i Sir Benfro", "o Sir Benfro"),
        ("Torfaen", "i Dorfaen", "o Dorfaen"),
        ("Ynys Môn", "i Ynys Môn", "o Ynys Môn"),
        ("Y Bala", "i'r Bala", "o'r Bala"),
        ("Yr Wyddgrug", "i'r Wyddgrug", "o'r Wyddgrug"),
    ],
)
def test_we_go_to_a_place_and_come_from_it(name, to, from_there):
    assert (to_place(name), from_place(name)) == (to, from_there)


@pytest.mark.parametrize(
    "name",
    ["Birmingham", "Manchester", "Cardiff", "Glasgow", "Berwick", "Tiger Bay", "Great Yarmouth", "Ghana"],
)
def test_a_name_that_is_not_welsh_stays_as_it_is(name):
    assert [locative(name), to_place(name), from_place(name)] == [f"yn {name}", f"i {name}", f"o {name}"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Y Bala", "Bala"), ("Yr Wyddgrug", "Wyddgrug"), ("Ynys Môn", "Ynys Môn"), ("Y", "Y")],
)
def test_a_name_without_its_article_is_for_lists_in_order(name, expected):
    assert without_article(name) == expected


@given(name=st.text())
def test_any_name_at_all_can_be_asked_about(name):
    assert locative(name).startswith(("yn ", "yng ", "ym "))
    assert to_place(name).startswith(("i ", "i'r "))
    assert from_place(name).startswith(("o ", "o'r "))


def test_the_forms_of_yn_are_the_reviewed_ones(tables):
    beginnings = {
        "yng": ["Caer", "Gwent"],
        "ym": ["Pont", "Bangor", "Môn"],
        "yn": ["Dolgellau", "Tywyn", "Abertawe"],
    }
    forms = {rule["form"] for rule in tables["preposition_yn"]["by_result_initial"]}

    said = {form: {locative(name).split()[0] for name in names} for form, names in beginnings.items()}

    assert said == {form: {form} for form in forms}
