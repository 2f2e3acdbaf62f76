"""By what an answer can be narrowed down, and how many documents each choice would leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.places.models import Area
from copronet.common_ground.search.choices import FACETS
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.registry import kinds, names_of_themes

from .matching import some_ids
from .searching import Answer

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Choice:
    """One value of a facet. ``count`` is None where there are too many to count them all."""

    value: str
    name: "str | _StrPromise"
    count: int | None
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    title: "str | _StrPromise"
    choices: list[Choice]


def facets_of(answer: Answer) -> list[Facet]:
    """Return what an answer can be narrowed down by, most frequent first; what is chosen stays to be undone.

    Of an answer of over a thousand documents some are looked at, and nothing is counted.
    """
    counters = _count(answer)
    titles = {
        "kind": _("What it is"),
        "area": _("Area"),
        "theme": _("Theme"),
        "language": _("Written in"),
        "year": _("Year"),
    }
    found = [Facet(name, title, _choices(answer, name, counters[name])) for name, title in titles.items()]
    return [facet for facet in found if facet.choices]


def named_facets(facets: Mapping[str, str]) -> list[Any]:
    """What narrows a search down, each as its reader calls it; the bare value where nothing has it any more."""
    return [
        _names(name, [facets[name]]).get(facets[name], facets[name]) for name in FACETS if facets.get(name)
    ]


def _count(answer: Answer) -> dict[str, Counter[str]]:
    counters: dict[str, Counter[str]] = {
        name: Counter() for name in ("kind", "area", "theme", "language", "year")
    }
    if not answer.total:
        return counters
    matched = Document.objects.filter(pk__in=some_ids(answer.asked, every_word=answer.every_word))
    columns = matched.values_list("kind", "area_id", "themes", "title_cy", "title_en", "day")
    for kind, area, themes, welsh, english, day in columns:
        counters["kind"][kind] += 1
        counters["theme"].update(themes)
        counters["language"].update(code for code, said in (("cy", welsh), ("en", english)) if said)
        if area:
            counters["area"][area] += 1
        if day:
            counters["year"][str(day.year)] += 1
    return counters


def _choices(answer: Answer, name: str, counter: Counter[str]) -> list[Choice]:
    chosen = answer.facets.get(name, "")
    names = _names(name, {*counter, *filter(None, [chosen])})
    values = sorted(names, key=lambda value: (-counter[value], str(names[value])))
    if len(values) < 2 and not chosen:
        return []
    return [
        Choice(value, names[value], None if answer.is_over else counter[value], is_chosen=value == chosen)
        for value in values
    ]


def _names(name: str, values: Iterable[str]) -> dict[str, Any]:
    return dict(_NAMED[name](values))


def _named_kinds(values: Iterable[str]) -> Iterator[tuple[str, Any]]:
    known = kinds()
    return ((value, known[value].name) for value in values if value in known)


def _named_areas(values: Iterable[str]) -> Iterator[tuple[str, Any]]:
    return ((area.code, area.name) for area in Area.objects.filter(code__in=list(values)))


def _named_languages(values: Iterable[str]) -> Iterator[tuple[str, Any]]:
    return ((value, Language(value).name_here) for value in values if value in Language.values)


def _themselves(values: Iterable[str]) -> Iterator[tuple[str, Any]]:
    return ((value, value) for value in values if value.isdecimal())


_NAMED: dict[str, Any] = {
    "kind": _named_kinds,
    "area": _named_areas,
    "theme": lambda values: names_of_themes(values).items(),
    "language": _named_languages,
    "year": _themselves,
}
