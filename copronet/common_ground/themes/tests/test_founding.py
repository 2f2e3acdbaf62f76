from collections import Counter

import pytest
from django.apps import apps

from copronet.common_ground.themes.choices import THEMES
from copronet.common_ground.themes.imports import bring_in_themes
from copronet.common_ground.themes.models import Theme, ThemeWord

pytestmark = pytest.mark.django_db


def found() -> None:
    bring_in_themes(using="default", apps=apps)


def test_the_first_themes_stand_in_both_languages():
    rows = Theme.objects.values_list("code", "name_cy", "name_en", "broader__code")

    assert sorted(rows) == sorted(
        (theme.code, theme.name_cy, theme.name_en, theme.broader or None) for theme in THEMES
    )
    assert all(theme.name_cy and theme.name_en for theme in THEMES)


def test_each_theme_that_is_part_of_another_has_words_in_both_languages():
    sides = Counter(ThemeWord.objects.values_list("theme__code", "language").distinct())
    parts = [theme.code for theme in THEMES if theme.broader]

    assert set(sides) == {(code, language) for code in parts for language in ("cy", "en")}


def test_founding_again_changes_nothing_that_the_network_has_changed():
    Theme.objects.filter(code="carers").update(name_en="Family carers")
    ThemeWord.objects.filter(theme__code="carers").delete()
    before = (Theme.objects.count(), ThemeWord.objects.count())

    found()

    assert (Theme.objects.count(), ThemeWord.objects.count()) == before
    assert Theme.objects.get(code="carers").name_en == "Family carers"


@pytest.mark.django_db(transaction=True)
def test_the_themes_outlive_an_emptied_test_database():
    assert Theme.objects.count() == len(THEMES)
