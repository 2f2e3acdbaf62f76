"""Reading themes in the order of the reader's language."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from django.db.models import Prefetch, QuerySet

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Phrase, reading_language
from copronet.common_ground.search.registry import Entry, read_at, sides
from copronet.engines.cymraeg import first_letter

from .models import Theme, ThemeWord

OTHER = "#"


def themes_in_order() -> QuerySet[Theme]:
    """Every theme, by the name that the reader sees."""
    return Theme.objects.order_by(f"sort_key_{reading_language().value}", "id")


def themes_by_letter(themes: Iterable[Theme]) -> list[tuple[str, list[Theme]]]:
    """The same, each group under the letter it begins with in the reader's language."""
    return [(letter, list(group)) for letter, group in groupby(themes, _letter)]


def themes_by_breadth() -> list[tuple[Theme, list[Theme]]]:
    """The themes on offer: each that is part of none with those that are part of it, both in order."""
    offered = [theme for theme in themes_in_order() if theme.is_offered]
    tops = {theme.pk for theme in offered if theme.broader_id is None}
    # One whose broader theme is no longer on offer stands by itself.
    return [
        (theme, [other for other in offered if other.broader_id == theme.pk])
        for theme in offered
        if theme.broader_id not in tops
    ]


def theme_with_words(code: str) -> QuerySet[Theme]:
    """One theme with its words, its broader theme and those that are part of it."""
    return (
        Theme.objects.filter(code=code)
        .select_related("broader")
        .prefetch_related("words", Prefetch("narrower", themes_in_order()))
    )


def words_by_language(theme: Theme) -> dict[Language, list[str]]:
    """The other words for a theme, Welsh first."""
    words = [(each.language, each.word) for each in sorted(theme.words.all(), key=attrgetter("pk"))]
    return {language: [word for side, word in words if side == language.value] for language in Language}


def words_of_all() -> Iterator[tuple[str, str, str]]:
    """Every word for every theme, its names among them: the theme's code, the language, the word."""
    for code, welsh, english in Theme.objects.values_list("code", "name_cy", "name_en"):
        yield from ((code, language, name) for language, name in (("cy", welsh), ("en", english)) if name)
    yield from ThemeWord.objects.values_list("theme__code", "language", "word")


def themes_as_rows() -> Iterator[dict[str, str]]:
    """Every theme with all words for it, by the columns of the table of terms."""
    for theme in Theme.objects.prefetch_related("words").order_by("code"):
        words = words_by_language(theme)
        yield {
            "name_cy": theme.name_cy,
            "name_en": theme.name_en,
            "words_cy": "; ".join(words[Language.WELSH]),
            "words_en": "; ".join(words[Language.ENGLISH]),
        }


def theme_entry(theme: Theme) -> Entry:
    """A theme as the search knows it: by its names, what belongs there, and all the words for it."""
    said = list(theme.words.values_list("language", "word"))
    also = {code: "\n".join(word for language, word in said if language == code) for code in Language.values}
    return Entry(sides(theme, "name"), sides(theme, "about"), read_at("themes:theme", theme.code), also=also)


def names_by_code(codes: Iterable[str]) -> dict[str, Phrase]:
    return {theme.code: theme.name for theme in Theme.objects.filter(code__in=list(codes))}


def _letter(theme: Theme) -> str:
    if reading_language() is Language.WELSH:
        return first_letter(theme.name.text).capitalize()
    first = theme.sort_key_en[:1].upper()
    return first if first.isalpha() else OTHER
