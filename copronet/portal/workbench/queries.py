"""What waits for whom: for each part of the work, only where the person holds the power to do it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.queries import waiting
from copronet.common_ground.letters.panels import letters_panel
from copronet.common_ground.people.models import Breach, Person
from copronet.common_ground.people.queries import (
    holds,
    latest_to_join,
    offers_for_staff,
    open_breaches,
    people_here,
)
from copronet.common_ground.work.panels import work_panel
from copronet.portal.pages.queries import pages_in_one_language, unpublished_changes


def people_panel() -> dict[str, Any]:
    """How many are with the network, the latest five to join, and who offers to act for an organisation."""
    return {"count": people_here().count(), "newest": latest_to_join(5), "offers": offers_for_staff()}


def pages_panel() -> dict[str, Any]:
    """Pages with changes that nobody has published yet, and those that are live in one language."""
    return {"drafts": unpublished_changes(), "in_one_language": pages_in_one_language()}


def translation_panel() -> list[tuple[Language, int]]:
    """How many records wait for a translator, Welsh first."""
    return [(language, waiting(language=language.value).count()) for language in Language]


def breaches_panel() -> list[tuple[Breach, datetime]]:
    """Open data breaches with the hour by which the Information Commissioner must be told."""
    return [(breach, breach.tell_before) for breach in open_breaches()]


PANELS: dict[str, tuple[str, Callable[[], Any]]] = {
    "breaches": ("people.see_breaches", breaches_panel),
    "people": ("people.look_after", people_panel),
    "pages": ("pages.edit", pages_panel),
    "translation": ("languages.translate", translation_panel),
    "letters": ("letters.look_after", letters_panel),
    "work": ("work.see", work_panel),
}


def bench_of(person: Person) -> dict[str, Any]:
    """The panels for the powers this person holds, by name; others are absent."""
    return {name: panel() for name, (power, panel) in PANELS.items() if holds(person, power)}
