"""Change the beginning of a Welsh word, and undo the change."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from copronet.engines.cymraeg.reviewed import reviewed_words


class Mutation(StrEnum):
    """The changes that a word's first letter may undergo after another word."""

    SOFT = "soft"
    NASAL = "nasal"
    ASPIRATE = "aspirate"
    H_PROTHESIS = "h_prothesis"  # an h before a vowel: "ei hiaith"
    MIXED = "mixed"  # after ni, na, oni: aspirate where there is one, soft elsewhere
    LIMITED_SOFT = "limited_soft"  # soft, but ll and rh stay: "y llaw"


class Demutation(NamedTuple):
    """A word that, mutated by ``kind``, gives the form asked about; ``None`` is no change."""

    radical: str
    kind: Mutation | None


_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
_SOFT_FULL = _SOFT | {"ll": "l", "rh": "r"}
_ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
_FORWARD: Mapping[Mutation, Mapping[str, str]] = {
    Mutation.SOFT: _SOFT_FULL,
    Mutation.NASAL: {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"},
    Mutation.ASPIRATE: _ASPIRATE,
    Mutation.MIXED: _SOFT_FULL | _ASPIRATE,
    Mutation.LIMITED_SOFT: _SOFT,
}

# Likeliest first where a form has more than one radical.
_INVERSE: Mapping[str, tuple[tuple[str, Mutation], ...]] = {
    "ngh": (("c", Mutation.NASAL),),
    "ng": (("g", Mutation.NASAL),),
    # An aspirated m or n, "ei mham", "ei nhain", is met in older and spoken Welsh only.
    "mh": (("p", Mutation.NASAL), ("m", Mutation.ASPIRATE)),
    "nh": (("t", Mutation.NASAL), ("n", Mutation.ASPIRATE)),
    "ch": (("c", Mutation.ASPIRATE),),
    "ph": (("p", Mutation.ASPIRATE),),
    "th": (("t", Mutation.ASPIRATE),),
    "dd": (("d", Mutation.SOFT),),
    "b": (("p", Mutation.SOFT),),
    "d": (("t", Mutation.SOFT),),
    "g": (("c", Mutation.SOFT),),
    "f": (("m", Mutation.SOFT), ("b", Mutation.SOFT)),
    "l": (("ll", Mutation.SOFT), ("gl", Mutation.SOFT)),
    "r": (("rh", Mutation.SOFT), ("gr", Mutation.SOFT)),
    "m": (("b", Mutation.NASAL),),
    "n": (("d", Mutation.NASAL), ("gn", Mutation.SOFT)),
}
# For each initial, the one that stands for all that mutation can make of it; c and g may vanish.
_SHARED: Mapping[str, str] = {
    **dict.fromkeys(("p", "b", "mh", "ph", "m"), "f"),
    **dict.fromkeys(("t", "nh", "th", "d", "n"), "dd"),
    **dict.fromkeys(("c", "ch", "ngh", "ng", "g", "gh"), ""),
    "ll": "l",
    "rh": "r",
}
_NEVER_RADICAL = frozenset({"ngh", "ng", "mh", "dd"})

# Longest first. "ts" and "gh" are here because they do not mutate: Tsieina, Ghana.
_INITIALS = ("ngh", "ng", "mh", "nh", "ch", "ph", "th", "dd", "ff", "ll", "rh", "ts", "gh")
_VOWELS = frozenset("aeiouwy")
_FIRST_WORD = re.compile(r"[\w-]+")


def mutate(word: str, kind: Mutation) -> str:
    """Return the word, or the phrase by its first word, as it stands after ``kind``.

    Rule: the forward table of standard Welsh, as Bangor University's lexicon (CC0) has it in
    its mutated forms. A capital moves to the new first letter (Caerdydd, Nghaerdydd; Gwynedd,
    Wynedd). What the table does not change comes back as it
    was; so do acronyms, single letters and the words of ``exceptions.toml``. Whether a word
    should mutate at all is the caller's to know: the names of people never do.
    """
    changed = _changed_initial(word, kind)
    if changed is None or _resists(word, changed):
        return word
    return _joined(changed, word[len(initial_of(word)) :], capital=word[0].isupper())


def demutations(word: str) -> tuple[Demutation, ...]:
    """Return every word that could stand in the text as ``word``, itself included.

    Rule: the forward table turned round, without looking anything up:
    keep only the radicals that a lexicon or a list of names knows, and do not ask about
    function words ("wedi" would give "gwedi"). The word itself comes first, with kind
    ``None``, unless it begins with ng, ngh, mh or dd, which only mutation makes.
    """
    initial = initial_of(word)
    itself = () if initial in _NEVER_RADICAL else (Demutation(word, None),)
    rest = word[len(initial) :]
    return itself + tuple(
        Demutation(_in_the_case_of(word, radical + rest), kind)
        for radical, kind in _radical_initials(initial, rest)
    )


def same_when_mutated(word: str) -> str:
    """Return a text that is the same for a word and for every form that mutation makes of it, in lower case.

    "Gofalwyr", "Ofalwyr" and "Cofalwyr" all give "ofalwyr": a key to look words up by, never to be shown.
    Rule: the letters that the forward table turns into one another count as one, and c and g, which may
    vanish, as none. So unrelated words can share a key ("cardd", "ardd"); what is found by it is compared again.
    """
    lowered = word.lower()
    while (initial := initial_of(lowered)) and (shared := _shared_initial(initial, lowered)) != initial:
        lowered = shared + lowered[len(initial) :]
    return lowered


def _shared_initial(initial: str, word: str) -> str:
    if initial == "h" and _is_vowel(word[1:2]):
        return ""
    return _SHARED.get(initial, initial)


def _changed_initial(word: str, kind: Mutation) -> str | None:
    initial = initial_of(word)
    if kind == Mutation.H_PROTHESIS:
        return "h" + initial if _is_vowel(initial) else None
    changed = _FORWARD[kind].get(initial)
    if changed == "" and not _can_follow_dropped_g(word[1:2]):
        return None
    return changed


def _resists(word: str, changed: str) -> bool:
    first_word = _first_word(word).casefold()
    reviewed = reviewed_words()
    return (
        len(first_word) < 2
        or _is_acronym(_first_word(word))
        or first_word in reviewed.never_mutated
        or (changed == "" and first_word in reviewed.keeps_g)
    )


def _is_acronym(word: str) -> bool:
    before_hyphen = word.split("-", maxsplit=1)[0]
    return len(before_hyphen) > 1 and before_hyphen.isupper()


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(unicodedata.normalize("NFC", text))
    return found.group() if found else ""


def initial_of(word: str) -> str:
    """Return the first letter of a word in lower case, with those of two or three characters whole: "ngh", "ll"."""
    beginning = word[:3].lower()
    letter = word[:1].lower()
    return next(
        (initial for initial in _INITIALS if beginning.startswith(initial)),
        letter if len(letter) == 1 else word[:1],  # one foreign capital lowers to two characters
    )


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[:1] in _VOWELS


def _can_follow_dropped_g(letter: str) -> bool:
    return _is_vowel(letter.lower()) or letter.lower() in {"l", "n", "r"}


def _radical_initials(initial: str, rest: str) -> tuple[tuple[str, Mutation], ...]:
    if initial == "h" and _is_vowel(rest[:1].lower()):
        return (("", Mutation.H_PROTHESIS),)
    if _is_vowel(initial):
        return (("g" + initial, Mutation.SOFT),)
    return _INVERSE.get(initial, ())


def _in_the_case_of(word: str, radical: str) -> str:
    if len(word) > 1 and word.isupper():
        return radical.upper()
    return _joined("", radical, capital=word[:1].isupper())


def _joined(initial: str, rest: str, *, capital: bool) -> str:
    whole = initial + rest
    return whole[:1].upper() + whole[1:] if capital else whole
