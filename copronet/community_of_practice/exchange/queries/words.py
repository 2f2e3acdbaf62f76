"""Why an offer and a request are suggested to each other, said in the reader's language."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.queries import names_by_code
from copronet.community_of_practice.exchange.choices import Access, Time
from copronet.engines.matching import Why

from .pairing import Reasons


def in_words(reasons: Reasons) -> list[str]:
    """One sentence for each reason, such as "You both named: carers"."""
    sentences = []
    for reason in reasons:
        say = _SAID[Why(reason["why"])]
        sentences.append(say(reason["values"]))
    return sentences


def _themes(codes: list[str]) -> str:
    return _("You both named: %(named)s") % {"named": _listed(names_by_code(codes).values())}


def _places(codes: list[str]) -> str:
    areas = Area.objects.in_bulk(codes)
    return _("Both in: %(named)s") % {
        "named": _listed(areas[code].name.text for code in codes if code in areas)
    }


def _times(codes: list[str]) -> str:
    return _("Both free: %(named)s") % {"named": _listed(Time(code).label for code in codes)}


def _languages(codes: list[str]) -> str:
    return _("You can talk in: %(named)s") % {"named": _listed(Language(code).label for code in codes)}


def _access(codes: list[str]) -> str:
    return _("Access is seen to: %(named)s") % {"named": _listed(Access(code).label for code in codes)}


def _listed(names: Iterable[Any]) -> str:
    return ", ".join(map(str, names))


_SAID: dict[Why, Callable[[list[Any]], str]] = {
    Why.THEMES: _themes,
    Why.WORDS: lambda _values: _("What you both wrote is alike."),
    Why.PLACES: _places,
    Why.ANYWHERE: lambda _values: _("One of you can be anywhere in Wales."),
    Why.ONLINE: lambda _values: _("Both of you can meet online."),
    Why.TIMES: _times,
    Why.LANGUAGES: _languages,
    Why.ACCESS: _access,
    Why.NOT_YET_ASKED: lambda _values: _("This offer has not been taken up by anybody yet."),
}
