"""Count in Welsh: after a number the noun stays singular and its beginning changes."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from copronet.engines.cymraeg.mutation import Mutation, mutate

GETTEXT_PLURAL_FORMS = (
    "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;"
)
"""The header of our Welsh catalogue, in the order of ``PluralCategory``."""


class PluralCategory(StrEnum):
    """The six plural categories of Welsh, in the order of the catalogue's ``msgstr[0]`` to ``[5]``."""

    ZERO = "zero"
    ONE = "one"
    TWO = "two"
    FEW = "few"
    MANY = "many"
    OTHER = "other"


class PluralForms(NamedTuple):
    """One noun as it stands after each kind of number, in the order of the catalogue."""

    zero: str
    one: str
    two: str
    few: str
    many: str
    other: str


_CATEGORIES: Mapping[Decimal, PluralCategory] = {
    Decimal(0): PluralCategory.ZERO,
    Decimal(1): PluralCategory.ONE,
    Decimal(2): PluralCategory.TWO,
    Decimal(3): PluralCategory.FEW,
    Decimal(6): PluralCategory.MANY,
}
_MASCULINE: Mapping[PluralCategory, Mutation] = {
    PluralCategory.TWO: Mutation.SOFT,
    PluralCategory.FEW: Mutation.ASPIRATE,
    PluralCategory.MANY: Mutation.ASPIRATE,
}
_FEMININE: Mapping[PluralCategory, Mutation] = {
    PluralCategory.ONE: Mutation.LIMITED_SOFT,
    PluralCategory.TWO: Mutation.SOFT,
    PluralCategory.MANY: Mutation.ASPIRATE,
}
_UNMUTATED_YEARS = frozenset({3, 4, 6})
_NASAL_DAYS = frozenset({5, 7, 8, 9, 10, 12, 15, 18, 20, 100})


def plural_category(number: float | Decimal) -> PluralCategory:
    """Return the category of a number: 0, 1, 2, 3 and 6 have their own, all else is other.

    Rule and source: Unicode CLDR, plural rules for ``cy``; the sign does not matter.
    """
    return _CATEGORIES.get(abs(Decimal(number)), PluralCategory.OTHER)


def plural_forms(noun: str, *, feminine: bool, plural: str | None = None) -> PluralForms:
    """Return the six forms of a noun for ``ngettext``, each without its number.

    Rule: the noun is singular after a number; un softens the feminine (not ll, rh), dau and
    dwy soften, tri aspirates the masculine, chwe aspirates both (Aberystwyth University's list
    of words that mutate, users.aber.ac.uk/bmj/Tr). After 0 the plural is usual: give it when it is known.
    """
    changes = _FEMININE if feminine else _MASCULINE
    return PluralForms(
        plural or noun,
        *(_after(changes.get(category), noun) for category in list(PluralCategory)[1:]),
    )


def counted(number: int, noun: str, *, feminine: bool, plural: str | None = None) -> str:
    """Return a number with its noun: "1 gath", "2 gi", "3 chi", "3 cath", "6 chath".

    Rule and source as for ``plural_forms``. Years, ages and days have their own functions.
    """
    forms = plural_forms(noun, feminine=feminine, plural=plural)
    return f"{number} {getattr(forms, plural_category(number))}"


def counted_years(number: int) -> str:
    """Return a length of time: "1 flwyddyn", "2 flynedd", "3 blynedd", "5 mlynedd".

    Rule: blwyddyn after 1, blynedd after the rest; softened after 1 and 2, unchanged after 3, 4
    and 6, nasal after other numbers written in figures (Unicode CLDR, unit ``year`` in ``cy``,
    with 4 put right: "pedair blynedd").
    """
    return f"{number} {_year_word(number, 'blwyddyn' if abs(number) == 1 else 'blynedd')}"


def counted_age(number: int) -> str:
    """Return an age: "2 flwydd oed", "4 blwydd oed", "18 mlwydd oed".

    Rule: blwydd mutates as blynedd does (``counted_years``).
    """
    return f"{number} {_year_word(number, 'blwydd')} oed"


def counted_days(number: int) -> str:
    """Return a number of days: "1 diwrnod", "2 ddiwrnod", "5 niwrnod", "30 diwrnod".

    Rule: softened after 2; nasal after 5, 7, 8, 9, 10, 12, 15, 18, 20 and 100 (Aberystwyth
    University's list, as for ``plural_forms``); otherwise unchanged.
    """
    if abs(number) in _NASAL_DAYS:
        return f"{number} {mutate('diwrnod', Mutation.NASAL)}"
    return counted(number, "diwrnod", feminine=False)


def _year_word(number: int, word: str) -> str:
    if abs(number) in {1, 2}:
        return mutate(word, Mutation.SOFT)
    if abs(number) in _UNMUTATED_YEARS:
        return word
    return mutate(word, Mutation.NASAL)


def _after(change: Mutation | None, noun: str) -> str:
    return noun if change is None else mutate(noun, change)
