"""What is held about somebody, in the words that people read; the file for machines keeps the codes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import verbs
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.letters.choices import State
from copronet.common_ground.letters.registry import letters
from copronet.common_ground.places.models import Area

from .choices import Answer, Capacity, ConsentTo, IdentityChecked, ReachedBy, SeenBy, Standing
from .models import Office, Organisation, Person, Support
from .queries import names_for
from .registry import Words, add_words, matters, powers, words_for

Place = tuple[str, str]  # the export of a room, and the name of a value in it


def in_words(everything: dict[str, Any], reader: Person) -> dict[str, Any]:
    """The same, with a word in place of every code that has one. One query for each kind of record named."""
    codes: dict[Place, set[Any]] = defaultdict(set)
    for room, held in everything.items():
        for place, code in _values(room, room, held):
            codes[place].add(code)
    words = {place: _looked_up(place, found, reader) for place, found in codes.items()}
    return {room: _said(room, room, held, words) for room, held in everything.items()}


def _values(room: str, name: str, held: Any) -> Iterator[tuple[Place, Any]]:
    if isinstance(held, dict):
        for inner, value in held.items():
            yield from _values(room, inner, value)
    elif isinstance(held, list | tuple):
        for value in held:
            yield from _values(room, name, value)
    elif held is not None:
        yield (room, name), held


def _looked_up(place: Place, codes: set[Any], reader: Person) -> dict[Any, Any]:
    words = words_for(*place)
    return dict(words(codes, reader) if callable(words) else words)


def _said(room: str, name: str, held: Any, words: dict[Place, dict[Any, Any]]) -> Any:
    if isinstance(held, dict):
        return {inner: _said(room, inner, value, words) for inner, value in held.items()}
    if isinstance(held, list | tuple):
        return [_said(room, name, value, words) for value in held]
    return words.get((room, name), {}).get(held, held)


def _people(codes: set[Any], reader: Person) -> dict[Any, str]:
    return names_for(codes, reader)


def _named(model: Any) -> Words:
    return lambda codes, _reader: {each.pk: each.name for each in model.objects.filter(pk__in=codes)}


def _rooms(codes: set[Any], _reader: Person) -> dict[str, str]:
    rooms = {room.label: capfirst(room.verbose_name) for room in apps.get_app_configs()}
    return {code: rooms.get(code.partition(".")[0], code) for code in codes}


def name_codes() -> None:
    """Tell the words for every code that this room, and those it stands on, hand out."""
    for name, choices in {
        "language": Language,
        "reached_by": ReachedBy,
        "seen_by": SeenBy,
        "capacities": Capacity,
        "standing": Standing,
        "agreed": Support.Agreed,
        "given": Support.Agreed,
        "how": IdentityChecked,
        "answer": Answer,
    }.items():
        add_words(name, dict(choices.choices))
    add_words("about", dict(ConsentTo.choices), within="consents")
    add_words("state", dict(State.choices), within="letters")
    add_words("template", lambda _codes, _reader: {kind.template: kind.title for kind in letters().values()})
    add_words("power", lambda _codes, _reader: {code: power.meaning for code, power in powers().items()})
    add_words("verb", lambda _codes, _reader: {verb.code: verb.sentence for verb in verbs()})
    add_words("type", SECOND_FACTORS, within="sign_in")
    add_words("matters", lambda _codes, _reader: matters())
    add_words("object_type", _rooms)
    for name, model in {"area": Area, "office": Office, "organisation": Organisation}.items():
        add_words(name, _named(model))
    for name in ("person", "supported", "supporter", "checked_by", "actor_id", "for_person_id"):
        add_words(name, _people)


SECOND_FACTORS = {
    Authenticator.Type.TOTP.value: _("App that makes codes"),
    Authenticator.Type.WEBAUTHN.value: _("Passkey"),
    Authenticator.Type.RECOVERY_CODES.value: _("Recovery codes"),
}
