"""The A to Z above a list: the letters that something stands under, and what stands under one.

A list in Welsh order has Welsh letters, for English readers too: who stands under Ll does not stand under L. A
list in English order has the Latin ones.
"""

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from copronet.common_ground.people.models.order import EnglishSortKeyField
from copronet.engines.cymraeg import LETTERS_OF_NAMES, OTHER, beginning_of_keys

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_WELSH_KEYS = {letter: beginning_of_keys(letter) for letter in LETTERS_OF_NAMES}
_LATIN_KEYS = {letter: letter for letter in _LATIN}


def letters_of(rows: QuerySet[Any], order: str) -> list[str]:
    """The letters under which a list has something, in the order of the alphabet.

    ``order`` names its sort key, a column or an annotation.
    """
    keys = _keys(rows, order)
    letters = {key: letter for letter, key in keys.items()}
    longest = max(map(len, letters))
    begin = rows.order_by().annotate(beginning=Substr(order, 1, longest)).values_list("beginning", flat=True)
    found = {letters.get(beginning, OTHER) for beginning in begin.distinct()}
    return [letter for letter in (*keys, OTHER) if letter in found]


def under_letter(rows: QuerySet[Any], order: str, letter: str) -> QuerySet[Any]:
    """What of a list stands under a letter; all of it where there is no such letter."""
    keys = _keys(rows, order)
    if letter == OTHER:
        return rows.exclude(_begins_with_one_of(order, list(keys.values())))
    return rows.filter(**{f"{order}__startswith": keys[letter]}) if letter in keys else rows


def _keys(rows: QuerySet[Any], order: str) -> dict[str, str]:
    # A key put together from several columns stands in Welsh order.
    is_latin = order not in rows.query.annotations and isinstance(
        rows.model._meta.get_field(order), EnglishSortKeyField
    )
    return _LATIN_KEYS if is_latin else _WELSH_KEYS


def _begins_with_one_of(order: str, beginnings: list[str]) -> Q:
    wanted = Q()
    for beginning in beginnings:
        wanted |= Q(**{f"{order}__startswith": beginning})
    return wanted
