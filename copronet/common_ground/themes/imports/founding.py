"""The first themes brought into the database."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps

from copronet.common_ground.themes.choices import THEMES, FoundedTheme


def bring_in_themes(*, using: str, apps: Apps = installed, **_signal: Any) -> None:
    """Add the themes that are missing and change none that is there: the network tends them from then on.

    Runs after each migration and each emptied test database.
    """
    try:
        themes, words = apps.get_model("themes", "Theme"), apps.get_model("themes", "ThemeWord")
    except LookupError:  # migrated back to before these tables
        return
    known = themes._base_manager.using(using)
    there = set(known.values_list("code", flat=True))
    added = [theme for theme in THEMES if theme.code not in there]
    for layer in (False, True):  # a theme is there before its parts
        ids = dict(known.values_list("code", "id"))
        known.bulk_create(_row(themes, theme, ids) for theme in added if bool(theme.broader) is layer)
    ids = dict(known.values_list("code", "id"))
    words._base_manager.using(using).bulk_create(
        words(theme_id=ids[theme.code], language=language, word=word)
        for theme in added
        for language, said in (("cy", theme.words_cy), ("en", theme.words_en))
        for word in said
    )


def _row(themes: Any, theme: FoundedTheme, ids: dict[str, int]) -> Any:
    return themes(
        code=theme.code,
        name_cy=theme.name_cy,
        name_en=theme.name_en,
        broader_id=ids[theme.broader] if theme.broader else None,
    )
