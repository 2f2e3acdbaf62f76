"""The lists a fluent reader reviews: read once from ``exceptions.toml``, which explains each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class ReviewedWords:
    """Words and parts of words, all in lower case, that the rules alone would get wrong."""

    keeps_g: frozenset[str]
    never_mutated: frozenset[str]
    unchanged_places: frozenset[str]
    ng_apart_at_start: tuple[str, ...]  # "llan|g": the bar stands between two letters
    ng_apart_anywhere: tuple[str, ...]
    rh_together_anywhere: tuple[str, ...]
    function_words: frozenset[str]
    never_demutated: frozenset[str]
    irregular: Mapping[str, str]  # a form and the word it belongs to


@cache
def reviewed_words() -> ReviewedWords:
    """Return the lists of ``exceptions.toml``.

    Raises KeyError when a list is missing from the file.
    """
    source = files(__package__).joinpath("exceptions.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(source)
    return ReviewedWords(
        keeps_g=_set_of(lists["mutation"]["keeps_g"]),
        never_mutated=_set_of(lists["mutation"]["never"]),
        unchanged_places=_set_of(lists["places"]["unchanged"]),
        ng_apart_at_start=tuple(lists["order"]["ng_apart_at_start"]),
        ng_apart_anywhere=tuple(lists["order"]["ng_apart_anywhere"]),
        rh_together_anywhere=tuple(lists["order"]["rh_together_anywhere"]),
        function_words=_set_of(lists["search"]["function_words"]),
        never_demutated=_set_of(lists["search"]["never_demutated"]),
        irregular=MappingProxyType(lists["search"]["irregular"]),
    )


def _set_of(words: list[Any]) -> frozenset[str]:
    return frozenset(str(word).casefold() for word in words)
