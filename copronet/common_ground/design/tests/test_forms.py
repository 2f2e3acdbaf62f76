from datetime import date, time

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import override

from copronet.common_ground.design.forms import DateField, TimeField
from copronet.common_ground.design.forms.gallery import WITH_MISTAKES, SampleForm
from copronet.common_ground.places.models import Area


class PairForm(forms.Form):
    before = forms.CharField(label="Before", required=False)
    title_cy = forms.CharField(label="Title", required=False, help_text="Short.")
    between = forms.CharField(label="Between")
    title_en = forms.CharField(label="Title", required=False, help_text="Short.")


def drawn(form: forms.Form) -> BeautifulSoup:
    return BeautifulSoup(str(form), "html.parser")


class ChoosingForm(forms.Form):
    owner = forms.ModelChoiceField(Area.objects.none(), required=False)
    area = forms.ModelChoiceField(Area.objects.none())
    state = forms.ChoiceField(choices=[BLANK_CHOICE_DASH[0], ("a", "A")])
    region = forms.ModelChoiceField(Area.objects.none(), empty_label="All of Wales")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cy", ["Dim wedi'i ddewis", "Dewiswch", "Dewiswch", "All of Wales"]),
        ("en", ["Nothing chosen", "Choose", "Choose", "All of Wales"]),
    ],
)
@pytest.mark.django_db
def test_choosing_nothing_has_a_word_and_no_dashes(language, words):
    with override(language):
        page = drawn(ChoosingForm())

    assert [option.text for option in page.select('option[value=""]')] == words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["14", "5", "2026"], date(2026, 5, 14)),
        ([" 1 ", "Mai", "2026"], date(2026, 5, 1)),
        (["29", "chwef", "2028"], date(2028, 2, 29)),
        (["3", "September", "2026"], date(2026, 9, 3)),
    ],
)
def test_a_day_is_read_as_people_write_it(written, meant):
    assert DateField().clean(written) == meant


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (["", "", ""], ["required"]),
        (["14", "", "2026"], ["month_missing"]),
        (["14", "", ""], ["month_missing", "year_missing"]),
        (["32", "5", "2026"], ["day_wrong"]),
        (["2", "13", "26"], ["month_wrong", "year_wrong"]),
        (["x", "ma", "2026"], ["day_wrong", "month_wrong"]),
        (["31", "2", "2026"], ["no_such_day"]),
        (["²", "2", "2026"], ["day_wrong"]),
    ],
)
def test_a_day_that_cannot_be_read_says_which_part(written, codes):
    with pytest.raises(ValidationError) as refusal:
        DateField().clean(written)

    assert [error.code for error in refusal.value.error_list] == codes


def test_a_day_that_is_optional_may_be_left_out():
    assert DateField(required=False).clean(["", "", ""]) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14:30", time(14, 30)),
        ("2.30pm", time(14, 30)),
        ("2:30 yp", time(14, 30)),
        ("9yb", time(9)),
        ("7 y.h.", time(19)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("0900", time(9)),
        ("7", time(7)),
    ],
)
def test_a_time_is_read_as_people_write_it(written, meant):
    assert TimeField().clean(written) == meant


@pytest.mark.parametrize("written", ["25:00", "14:60", "13pm", "noon", "0am", "1:2:3", "³"])
def test_a_time_that_cannot_be_read_is_refused(written):
    with pytest.raises(ValidationError):
        TimeField().clean(written)


def test_fields_know_whether_they_changed():
    assert DateField().has_changed(date(2026, 5, 14), ["14", "5", "2026"]) is False
    assert DateField().has_changed(date(2026, 5, 14), ["x", "5", "2026"]) is True
    assert TimeField().has_changed(time(14, 30), "2.30pm") is False
    assert TimeField().has_changed(time(14, 30), "later") is True


def test_what_was_typed_into_a_date_comes_back():
    page = drawn(SampleForm(WITH_MISTAKES))

    assert [box["value"] for box in page.select("[id^=id_day_]") if box.name == "input"] == [
        "31",
        "2",
        "2026",
    ]


def test_the_summary_of_errors_leads_to_every_field_that_is_wrong():
    page = drawn(SampleForm({}))

    targets = [link["href"].removeprefix("#") for link in page.select(".error-summary a")]

    assert targets == [
        "id_title_cy",
        "id_name",
        "id_email",
        "id_password",
        "id_role_0",
        "id_reached_0",
        "id_day_0",
        "id_hour",
        "id_length",
        "id_places",
        "id_agreed",
    ]
    assert [target for target in targets if page.find(id=target) is None] == []


def test_every_description_that_a_field_names_is_on_the_page():
    page = drawn(SampleForm({}))

    named = [name for part in page.select("[aria-describedby]") for name in part["aria-describedby"].split()]

    assert [name for name in named if page.find(id=name) is None] == []


def test_the_two_sides_of_a_pair_stand_together_welsh_first():
    page = drawn(PairForm())

    names = [box["name"] for box in page.select("input")]

    assert names == ["before", "title_cy", "title_en", "between"]
    assert [box["lang"] for box in page.select(".pair input")] == ["cy", "en"]
    assert [box["aria-describedby"] for box in page.select(".pair input")] == ["id_title_cy_helptext"] * 2


def test_only_fields_outside_a_pair_say_that_they_are_optional():
    page = drawn(PairForm())

    labels = [label.get_text(" ", strip=True) for label in page.select("label, legend")]

    assert labels == ["Before (optional)", "Title", "Title: Cymraeg", "Title: English", "Between"]


def test_errors_are_in_the_readers_language():
    with override("cy"):
        page = drawn(SampleForm({"day_day": "31"}))

    assert page.find(id="id_day_error").get_text(" ", strip=True) == (
        "Gwall: Ysgrifennwch y mis hefyd. Gwall: Ysgrifennwch y flwyddyn hefyd."
    )


def test_an_absurdly_long_number_is_no_day():
    with pytest.raises(ValidationError):
        DateField().clean(["1" * 5000, "1" * 5000, "2026"])


def test_a_hint_shows_what_people_typed_as_they_typed_it():
    class Form(forms.Form):
        name = forms.CharField(help_text="<b>Enw</b> & cyfenw")

    assert "&lt;b&gt;Enw&lt;/b&gt; &amp; cyfenw" in str(Form())
