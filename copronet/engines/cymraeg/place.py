"""Say in, to and from a place in Welsh: "yng Nghaerdydd", "i Fangor", "o'r Bala"."""

import re

from copronet.engines.cymraeg.mutation import Mutation, mutate
from copronet.engines.cymraeg.reviewed import reviewed_words

_ARTICLE = re.compile(r"(?P<article>yr?)\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_NOT_WELSH_LETTERS = frozenset("kqvxz")


def locative(name: str) -> str:
    """Return "in" the place: "yng Nghaerdydd", "ym Mangor", "yn y Bala", "yn Birmingham".

    Rule: yn with nasal mutation, becoming yng before ng- and ym before m-; names with the
    article take "yn y", "yn yr" and do not mutate. Names that are not Welsh follow a plain
    "yn". Sources: standard Welsh; the small article as in the Welsh Government's *Arddulliadur*.
    """
    article, rest = _parted(name)
    if article:
        return f"yn {article} {rest}"
    if not _is_welsh(name):
        return f"yn {name}"
    mutated = mutate(name, Mutation.NASAL)
    return f"{_form_of_yn(mutated)} {mutated}"


def to_place(name: str) -> str:
    """Return "to" the place: "i Gaerdydd", "i'r Bala", "i Birmingham".

    Rule: i with soft mutation, i'r with the article (sources as for ``locative``).
    """
    return _after_preposition("i", name)


def from_place(name: str) -> str:
    """Return "from" the place: "o Gaerdydd", "o'r Wyddgrug", "o Birmingham".

    Rule: o with soft mutation, o'r with the article (sources as for ``locative``).
    """
    return _after_preposition("o", name)


def without_article(name: str) -> str:
    """Return the name without y or yr: "Bala" for "Y Bala", for lists kept in order of names."""
    return _parted(name)[1]


def _after_preposition(preposition: str, name: str) -> str:
    article, rest = _parted(name)
    if article:
        return f"{preposition}'r {rest}"
    if not _is_welsh(name):
        return f"{preposition} {name}"
    return f"{preposition} {mutate(name, Mutation.SOFT)}"


def _parted(name: str) -> tuple[str, str]:
    """Part the article, in lower case as within a sentence, from the rest of the name."""
    found = _ARTICLE.fullmatch(name)
    return (found["article"].lower(), found["rest"]) if found else ("", name)


def _is_welsh(name: str) -> bool:
    whole = name.casefold()
    first_word = whole.split(maxsplit=1)[0] if whole.strip() else ""
    return _NOT_WELSH_LETTERS.isdisjoint(first_word) and reviewed_words().unchanged_places.isdisjoint(
        {whole, first_word}
    )


def _form_of_yn(mutated: str) -> str:
    beginning = mutated.casefold()
    if beginning.startswith("ng"):
        return "yng"
    return "ym" if beginning.startswith("m") else "yn"
