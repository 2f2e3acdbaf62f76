"""The A to Z of all that can be found, in the reader's alphabet."""

import unicodedata
from typing import Any

from django.db.models import QuerySet

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.registry import audiences_of
from copronet.engines.cymraeg import ALPHABET, OTHER

from .asking import Asked, limits
from .matching import within

_LATIN = "abcdefghijklmnopqrstuvwxyz"


def alphabet() -> tuple[str, ...]:
    """The letters of the reader's alphabet: 29 in Welsh; and one for what begins with none of them."""
    return (*(ALPHABET if reading_language() is Language.WELSH else _LATIN), OTHER)


def documents_under(letter: str, reader: Any) -> QuerySet[Document]:
    """What a reader may find under a letter, in order of the titles as they read them."""
    language = reading_language().value
    asked = Asked((), limits(audiences_of(reader), {}))
    return within(Document.objects.filter(**{f"letter_{language}": letter}), asked).order_by(
        f"order_{language}", "id"
    )


def latin_letter(title: str) -> str:
    """The letter of the Latin alphabet that a title begins with."""
    first = _plain(title)[:1]
    return first if first in _LATIN else OTHER


def latin_order(title: str) -> str:
    """What puts titles in the order of the Latin alphabet, whatever their accents, capitals and punctuation."""
    return " ".join("".join(each if each.isalnum() else " " for each in _plain(title)).split())


def _plain(title: str) -> str:
    decomposed = unicodedata.normalize("NFKD", title.strip().lstrip("'’\"“‘(").casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))
