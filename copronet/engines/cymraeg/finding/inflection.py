"""Undo the endings of Welsh words: plurals, verbs and degrees; what comes is only a guess until it is looked up."""

import re
from collections.abc import Iterator

# The last vowel of a stem as an ending has changed it, and what it was: meibion, mab; geiriau, gair; tonnau, ton.
_AFFECTIONS = (
    ("ei", "ai"),
    ("ei", "a"),
    ("eu", "au"),
    ("o", "aw"),
    ("y", "w"),
    ("e", "a"),
    ("y", "e"),
    ("i", "ai"),
)
_LAST_VOWELS = re.compile(r"[aeiouwyâêîôûŵŷ]+(?=[^aeiouwyâêîôûŵŷ]*$)")

_PLURAL_ENDINGS = "feydd esau iaid iau ion wyr oedd ydd edd aid od au on ys oed i s a"
# What stands in the singular where the plural's ending was; nothing, if not listed here.
_SINGULARS = {
    "wyr": ("wr", "ydd"),
    "feydd": ("fa",),
    "esau": ("es",),
    "ion": ("", "yn"),
    "au": ("", "en", "yn"),
}
_SINGULATIVES = ("yn", "en")
_PLAIN_PLURALS = {
    "iau": ("",),
    "au": ("",),
    "ion": ("", "yn"),
    "oedd": ("",),
    "wyr": ("wr", "ydd"),
}
_SHORTEST_PLAIN_STEM = 4
_PLURALS_OF_ANY = ("au", "iau", "oedd", "on", "ion", "ydd", "i", "iaid")

_VERB_ENDINGS = (
    "asent asech asant asoch aswn asai asem asit esid wyd som soch sant aist odd ais est"
    " iff ith wch ant ent ech ont och wyf ych wn af an et em en om id ir er ed ai es on it i a o"
)
_VERBNOUNS = ("u", "o", "io", "i", "", "a", "an", "ed", "eg", "yd", "ian", "y", "el", "al")
_WITH_ENDING = tuple(ending for ending in _VERBNOUNS if ending)
# Of the subjunctive, of the imperative's third person and of spoken plurals: other words look the same.
_RARE_VERBS = ("ed", "er", "wyf", "ych", "ont", "om", "o", "on", "en")

_DEGREES = ("ach", "af", "ed")
_HARDENED = {"p": "b", "t": "d", "c": "g", "ff": "f"}


def possible_singulars(form: str) -> Iterator[str]:
    """Yield what a plural noun may be the plural of: the ending off, the vowel put back.

    Rule: the endings of the plural and the changes they bring (P. W. Thomas, *Gramadeg y Gymraeg*);
    collectives take -yn or -en in the singular (plant, plentyn). Most of what comes is no word.
    """
    for ending in _PLURAL_ENDINGS.split():
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            for singular in _SINGULARS.get(ending, ("",)):
                yield from _with_vowels(stem, singular)
            yield from _with_single_letter(stem)
    yield from _vowels_put_back(form)
    for ending in _SINGULATIVES:
        yield form + ending


def plain_singulars(form: str) -> Iterator[str]:
    """Yield what a plural noun is most plainly the plural of: a common ending off, nothing changed."""
    for ending, singulars in _PLAIN_PLURALS.items():
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= _SHORTEST_PLAIN_STEM:
            for singular in singulars:
                yield stem + singular
            yield from _with_single_letter(stem)


def possible_plurals(word: str) -> Iterator[str]:
    """Yield the plurals that a noun might have, by the commonest endings and with nothing changed."""
    if word.endswith("wr"):
        yield word.removesuffix("wr") + "wyr"
    if word.endswith("yn"):
        yield word.removesuffix("yn")
        yield word.removesuffix("yn") + "ion"
    for ending in _PLURALS_OF_ANY:
        yield word + ending


def possible_verbnouns(form: str) -> Iterator[str]:
    """Yield the verb-nouns that a verb's form may belong to: the ending off, one of theirs on.

    Rule: the endings of the regular verb and those of verb-nouns (source as for plurals).
    """
    for ending in _VERB_ENDINGS.split():
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:
            continue
        for verbnoun in _VERBNOUNS:
            yield from _with_vowels(stem, verbnoun)
        if stem.endswith("i"):
            yield stem + "o"


def possible_positives(form: str) -> Iterator[str]:
    """Yield the adjectives that an equative, comparative or superlative may belong to.

    Rule: -ed, -ach, -af, before which b, d and g harden: tecach, teg (source as for plurals).
    """
    for ending in _DEGREES:
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:
            continue
        yield from _with_vowels(stem, "")
        for hard, soft in _HARDENED.items():
            if stem.endswith(hard):
                yield from _with_vowels(stem.removesuffix(hard) + soft, "")
        yield from _with_single_letter(stem)


def is_bare_stem(form: str, verbnoun: str) -> bool:
    """Whether a form is a verb-noun without its ending: "poen" of "poeni". It is far more often a noun."""
    return verbnoun.startswith(form) and verbnoun[len(form) :] in _WITH_ENDING


def is_rare_form(form: str, verbnoun: str) -> bool:
    """Whether a form could belong to a verb only as one of its rarer forms: agored as "let it open"."""
    if form == verbnoun:
        return False
    return is_bare_stem(form, verbnoun) or (
        verbnoun.endswith(_WITH_ENDING)
        and any(_has_rare_ending(form, ending, verbnoun) for ending in _RARE_VERBS)
    )


def _has_rare_ending(form: str, ending: str, verbnoun: str) -> bool:
    stem = form.removesuffix(ending)
    shared = stem[: max(2, len(stem) - 1)]
    return len(stem) >= 2 and stem not in {form, verbnoun} and verbnoun.startswith(shared)


def _with_vowels(stem: str, ending: str) -> Iterator[str]:
    yield stem + ending
    for changed in _vowels_put_back(stem):
        yield changed + ending


def _vowels_put_back(stem: str) -> Iterator[str]:
    """Yield the stem with its last vowel as it stood before an ending changed it."""
    last = _LAST_VOWELS.search(stem)
    if last is None:
        return
    for now, before in _AFFECTIONS:
        if last.group().endswith(now):
            yield stem[: last.end() - len(now)] + before + stem[last.end() :]


def _with_single_letter(stem: str) -> Iterator[str]:
    """Yield the stem with its double n or r made single: calonnau, calon."""
    if stem[-2:] in {"nn", "rr"}:
        yield stem[:-1]
