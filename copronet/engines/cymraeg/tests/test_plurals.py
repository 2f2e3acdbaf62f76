from decimal import Decimal

import pytest

from copronet.engines.cymraeg import (
    GETTEXT_PLURAL_FORMS,
    PluralCategory,
    PluralForms,
    counted,
    counted_age,
    counted_days,
    counted_years,
    plural_category,
    plural_forms,
)


@pytest.mark.parametrize(
    ("number", "category"),
    [
        (0, "zero"),
        (1, "one"),
        (2, "two"),
        (3, "few"),
        (4, "other"),
        (5, "other"),
        (6, "many"),
        (7, "other"),
        (13, "other"),
        (100, "other"),
        (-3, "few"),
        (1.0, "one"),
        (1.5, "other"),
        (Decimal("6.0"), "many"),
        (Decimal("0.5"), "other"),
    ],
)
def test_each_number_has_its_category(number, category):
    assert plural_category(number) == category


def test_the_catalogue_header_numbers_the_categories_in_order():
    def gettext_index(number):
        chosen = GETTEXT_PLURAL_FORMS.split("plural=")[1].rstrip(";")
        for choice in chosen.split(" : "):
            condition, _, index = choice.partition(" ? ")
            if not index:
                return int(condition)
            if number == int(condition.strip("()").removeprefix("n==")):
                return int(index)
        raise AssertionError(chosen)

    order = list(PluralCategory)

    assert [gettext_index(number) for number in range(30)] == [
        order.index(plural_category(number)) for number in range(30)
    ]


def test_a_masculine_noun_is_counted():
    said = [counted(number, "ci", feminine=False, plural="cŵn") for number in range(8)]

    assert said == ["0 cŵn", "1 ci", "2 gi", "3 chi", "4 ci", "5 ci", "6 chi", "7 ci"]


def test_a_feminine_noun_is_counted():
    said = [counted(number, "cath", feminine=True) for number in range(8)]

    assert said == ["0 cath", "1 gath", "2 gath", "3 cath", "4 cath", "5 cath", "6 chath", "7 cath"]


@pytest.mark.parametrize(
    ("noun", "one", "two"), [("llaw", "1 llaw", "2 law"), ("rhestr", "1 rhestr", "2 restr")]
)
def test_ll_and_rh_resist_after_one_but_not_after_two(noun, one, two):
    assert (counted(1, noun, feminine=True), counted(2, noun, feminine=True)) == (one, two)


def test_the_six_forms_of_a_noun_stand_in_the_order_of_the_catalogue():
    forms = plural_forms("aelod", feminine=False, plural="aelodau")

    assert forms == PluralForms("aelodau", "aelod", "aelod", "aelod", "aelod", "aelod")
    assert plural_forms("trafodaeth", feminine=True) == (
        "trafodaeth",
        "drafodaeth",
        "drafodaeth",
        "trafodaeth",
        "thrafodaeth",
        "trafodaeth",
    )


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 mlynedd"),
        (1, "1 flwyddyn"),
        (2, "2 flynedd"),
        (3, "3 blynedd"),
        (4, "4 blynedd"),
        (5, "5 mlynedd"),
        (6, "6 blynedd"),
        (7, "7 mlynedd"),
        (8, "8 mlynedd"),
        (9, "9 mlynedd"),
        (10, "10 mlynedd"),
        (14, "14 mlynedd"),
        (20, "20 mlynedd"),
        (100, "100 mlynedd"),
    ],
)
def test_years_have_their_own_table(number, expected):
    assert counted_years(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1 flwydd oed"),
        (2, "2 flwydd oed"),
        (4, "4 blwydd oed"),
        (5, "5 mlwydd oed"),
        (18, "18 mlwydd oed"),
    ],
)
def test_ages_follow_the_years(number, expected):
    assert counted_age(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 diwrnod"),
        (1, "1 diwrnod"),
        (2, "2 ddiwrnod"),
        (3, "3 diwrnod"),
        (4, "4 diwrnod"),
        (6, "6 diwrnod"),
        (11, "11 diwrnod"),
        (30, "30 diwrnod"),
        *((number, f"{number} niwrnod") for number in (5, 7, 8, 9, 10, 12, 15, 18, 20, 100)),
    ],
)
def test_days_take_the_nasal_after_the_numbers_that_cause_it(number, expected):
    assert counted_days(number) == expected


def test_numerals_agree_with_the_reviewed_table(tables):
    numerals = tables["numerals_plus_noun"]

    for number, key in [(1, "1"), (2, "2"), (3, "3"), (6, "6"), (4, "other")]:
        said = f"{counted(number, 'ci', feminine=False)}, {counted(number, 'cath', feminine=True)}"
        assert said == numerals[key]["example"]
        assert plural_category(number) == numerals[key]["cldr"]


def test_the_header_is_the_reviewed_one(tables):
    assert tables["gettext_plural_forms"] == GETTEXT_PLURAL_FORMS
