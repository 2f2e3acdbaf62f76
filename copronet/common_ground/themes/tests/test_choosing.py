import pytest
from django import forms
from django.utils.translation import override

from copronet.common_ground.themes.forms import ThemesField
from copronet.common_ground.themes.models import Theme

pytestmark = pytest.mark.django_db


class AboutForm(forms.Form):
    themes = ThemesField()


class AtMostForm(forms.Form):
    themes = ThemesField(most=2)


def keys(*codes: str) -> list[int]:
    return list(Theme.objects.filter(code__in=codes).values_list("pk", flat=True))


def headings(language: str) -> list[str]:
    with override(language):
        return [heading for heading, _options in AboutForm().fields["themes"].choices]


def test_what_is_chosen_comes_back_as_themes():
    form = AboutForm({"themes": keys("carers", "food")})

    assert form.is_valid()
    assert sorted(theme.code for theme in form.cleaned_data["themes"]) == ["carers", "food"]


def test_nothing_needs_to_be_chosen():
    form = AboutForm({})

    assert form.is_valid()
    assert list(form.cleaned_data["themes"]) == []


def test_the_broad_themes_are_headings_in_the_readers_order():
    assert headings("en")[:3] == ["Care and support", "Community life", "Equality and belonging"]
    assert headings("cy")[:3] == ["Bywyd cymunedol", "Cartref, lle a natur", "Cydraddoldeb a pherthyn"]


def test_a_broad_theme_can_be_chosen_itself():
    with override("en"):
        _heading, options = next(iter(AboutForm().fields["themes"].choices))

    assert [str(label) for _value, label in options][-1] == "Care and support in general"


def test_a_broad_theme_is_open_where_something_in_it_is_chosen():
    with override("en"):
        drawn = str(AboutForm({"themes": keys("carers", "dementia")}))

    assert drawn.count("<details open>") == 1
    assert "<summary>Care and support (2)</summary>" in drawn


def test_more_than_the_most_are_refused():
    with override("en"):
        form = AtMostForm({"themes": keys("carers", "food", "women")})

        assert form.errors == {"themes": ["Choose as many as you like, up to 2."]}


def test_a_theme_no_longer_offered_stays_where_it_is_and_cannot_be_chosen_anew():
    Theme.objects.filter(code="food").update(is_offered=False)
    food = Theme.objects.get(code="food")

    fresh, kept = ThemesField(), ThemesField(kept=[food])

    assert "Food" not in str(list(fresh.choices))
    assert [theme.code for theme in kept.clean([food.pk])] == ["food"]
    assert "food" in [
        option.instance.code for _heading, options in kept.choices for option, _label in options
    ]
    with pytest.raises(forms.ValidationError):
        fresh.clean([food.pk])


def test_drawing_the_choices_asks_the_database_the_same_however_many_themes_there_are(count_queries):
    one = count_queries(lambda: str(AboutForm()))
    for number in range(3):
        Theme.objects.create(code=f"more-{number}", name_en=f"More {number}")

    assert count_queries(lambda: str(AboutForm())) == one
