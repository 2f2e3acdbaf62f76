"""Django's own sentences, as a person reads them in Welsh."""

from datetime import date, datetime, timedelta

import pytest
from django import forms
from django.contrib.auth import password_validation
from django.contrib.humanize.templatetags.humanize import intword, naturaltime, ordinal
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.timesince import timesince, timeuntil

NOW = datetime(2026, 7, 1, 12, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def _in_welsh():
    with translation.override("cy"):
        yield


class Details(forms.Form):
    name = forms.CharField(max_length=3)
    age = forms.IntegerField(max_value=5, min_value=2)
    born = forms.DateField()
    address = forms.EmailField()
    area = forms.ChoiceField(choices=[("a", "A")])


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def errors(**given: str) -> dict[str, list[str]]:
    return dict(Details(given).errors)


def test_an_empty_form_says_what_it_needs():
    assert errors() == {name: ["Mae angen llenwi'r maes hwn."] for name in Details.base_fields}


def test_wrong_answers_are_explained():
    found = errors(name="Mair", age="9", born="31/02/2026", address="mair", area="b")

    assert found == {
        "name": ["Rhowch ar y mwyaf 3 nod (rhoddwyd 4)."],
        "age": ["Y gwerth mwyaf a ganiateir yw 5."],
        "born": ["Rhowch ddyddiad dilys."],
        "address": ["Rhowch gyfeiriad e-bost dilys."],
        "area": ["Dewiswch un o'r dewisiadau sydd ar gael. Nid yw b yn un ohonyn nhw."],
    }


def test_password_rules_speak_welsh():
    with pytest.raises(ValidationError) as refusal:
        password_validation.validate_password("12345")

    assert refusal.value.messages == [
        "Mae'r cyfrinair hwn yn rhy fyr. Rhaid iddo gynnwys o leiaf 10 nod.",
        "Mae'r cyfrinair hwn yn rhy gyffredin.",
    ]
    assert password_validation.password_validators_help_texts() == [
        "Rhaid i'ch cyfrinair beidio â bod yn rhy debyg i'ch gwybodaeth bersonol arall.",
        "Rhaid i'ch cyfrinair gynnwys o leiaf 10 nod.",
        "Rhaid i'ch cyfrinair beidio â bod yn un cyffredin.",
    ]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (1, "1 flwyddyn"),
        (2, "2 flynedd"),
        (3, "3 blynedd"),
        (4, "4 o flynyddoedd"),
        (5, "5 o flynyddoedd"),
        (6, "6 blynedd"),
        (10, "10 o flynyddoedd"),
    ],
)
def test_years_are_right_for_every_number(years: int, said: str):
    """The six forms cannot tell 4 blynedd from 5 mlynedd; "o flynyddoedd" is right after both."""
    before = NOW.replace(year=NOW.year - years)

    assert plain(timesince(before, NOW)) == said


def test_time_since_names_each_unit_and_keeps_them_apart():
    since = timesince(NOW - timedelta(days=2, hours=3), NOW)
    until = timeuntil(NOW + timedelta(days=46), NOW)

    assert plain(since) == "2 ddiwrnod, 3 awr"
    assert plain(until) == "1 mis, 2 wythnos"


def test_natural_time_looks_back_and_forward():
    now = timezone.now()

    assert naturaltime(now - timedelta(minutes=2, seconds=1)) == "2 funud yn ôl"
    assert naturaltime(now + timedelta(hours=3, seconds=9)) == "ymhen 3 awr"


def test_july_is_spelt_as_it_should_be():
    assert date_format(date(2026, 7, 1), "j F Y") == "1 Gorffennaf 2026"
    assert date_format(date(2026, 7, 1), "j E Y") == "1 Gorffennaf 2026"
    assert date_format(date(2026, 7, 1), "j N Y") == "1 Gorff. 2026"


def test_numbers_are_named():
    assert ordinal(3) == "rhif 3"
    assert intword(2_000_000) == "2.0 miliwn"
    assert plain(filesizeformat(2)) == "2 feit"
