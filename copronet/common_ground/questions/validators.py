"""Whether an answer is one that its question allows, and its one written form."""

from collections.abc import Collection
from datetime import date
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.places.choices import AREAS

from .choices import LONGEST_TEXT, Kind

AREA_CODES = frozenset(area.code for area in AREAS)

is_code = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z", _("Use small letters, numbers and hyphens, such as “how-often”.")
)


class Asked(Protocol):
    """What has to be known of a question to judge an answer."""

    kind: str
    least: int | None
    most: int | None


def checked_answer(question: Asked, value: Any, *, codes: Collection[str]) -> Any:
    """The answer as it is kept: codes, a whole number, an ISO date, a text; None where nothing is said.

    ``codes`` are those of the question's options, in order. Raises ValidationError for any other answer.
    """
    if value is None or value in ("", [], ()):
        return None
    kind = Kind(question.kind)
    if kind is Kind.SEVERAL:
        return _several(value, codes)
    if kind is Kind.NUMBER:
        return _number(question, value)
    if kind is Kind.DATE:
        return _date(value)
    if kind is Kind.TEXT:
        return _text(value)
    return _one_of(value, AREA_CODES if kind is Kind.PLACE else codes)


def _outside() -> ValidationError:
    return ValidationError(_("This is not one of the answers."), code="outside")


def _one_of(value: Any, codes: Collection[str]) -> str:
    if not isinstance(value, str) or value not in codes:
        raise _outside()
    return value


def _several(value: Any, codes: Collection[str]) -> list[str]:
    if isinstance(value, str) or not all(each in codes for each in value):
        raise _outside()
    return [code for code in codes if code in value]


def _number(question: Asked, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _outside()
    too_small = question.least is not None and value < question.least
    if too_small or (question.most is not None and value > question.most):
        raise _outside()
    return value


def _date(value: Any) -> str:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(value)).isoformat()
    except (TypeError, ValueError) as slip:
        raise _outside() from slip


def _text(value: Any) -> str | None:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise _outside()
    return value.replace("\0", "").strip() or None
