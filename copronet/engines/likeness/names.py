"""The words of a name that say which organisation it is, in a form in which spellings of one word meet."""

import re
import unicodedata
from functools import lru_cache

from copronet.engines.cymraeg import same_when_mutated

LITTLE = frozenset((
    "a", "ac", "am", "and", "ar", "at", "dros", "er", "for", "gan", "i", "in", "o", "of", "on", "or", "r",
    "the", "to", "y", "yn", "yr",
))  # fmt: skip
# How an organisation is set up, and its country: left out, because people write them or do not.
LEGAL = frozenset((
    "cbc", "charity", "cic", "cio", "co", "company", "cwmni", "cyf", "cyfyngedig", "elusen",
    "gofrestredig", "inc", "limited", "llp", "ltd", "plc", "registered",
))  # fmt: skip
COUNTRY = frozenset(["cymru", "gymru", "nghymru", "wales"])
UNTELLING = LITTLE | LEGAL | COUNTRY

# Names are made of the same few words, and a search compares hundreds of names.
_same_when_mutated = lru_cache(maxsize=20_000)(same_when_mutated)


def words_of(name: str) -> tuple[str, ...]:
    """The telling words of a name, in their order.

    Without accents, capitals, punctuation, mutation, little words ("the", "y"), legal words ("Cyf") and the
    country; a name of nothing else keeps all its words. "Co-operative" is one word, as is "Pen-y-bont".
    """
    every = _plain_words(name)
    telling = [word for word in every if word not in UNTELLING]
    return tuple(_same_when_mutated(word) for word in telling or every)


def initials_of(name: str) -> frozenset[str]:
    """The initials that a name may be known by, with and without its little words; three letters or more."""
    words = [word for word in _plain_words(name) if word not in LEGAL]
    telling = [word for word in words if word not in LITTLE]
    both = ("".join(word[0] for word in chosen) for chosen in (words, telling))
    return frozenset(initials for initials in both if len(initials) >= 3)


def short_form(name: str) -> str:
    """A short name as one run of letters and digits: "C.G.G.C." is "cggc"."""
    return "".join(_plain_words(name.replace(".", "")))


def is_one_word(name: str) -> bool:
    """Whether a name may itself be initials: "CWVYS"."""
    return len(name.split()) == 1


def _plain_words(name: str) -> list[str]:
    plain = name.casefold().replace("&", " and ")
    if not plain.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _WORD.findall(_WITHIN_A_WORD.sub("", plain))


_WITHIN_A_WORD = re.compile(r"(?<=\w)['’`\-‐‑.](?=\w)")
_WORD = re.compile(r"[^\W_]+")
