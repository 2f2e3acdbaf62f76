"""Find where a Welsh translation puts a placeholder after a word that would mutate it."""

import re
from typing import NamedTuple

from copronet.engines.cymraeg.mutation import Mutation


class MutatingPlaceholder(NamedTuple):
    """A placeholder that whatever fills it may stand in unmutated, and the word to blame."""

    trigger: str
    placeholder: str
    position: int  # of the placeholder, in characters from the beginning


# What each does to the word after it. Some do two things: "ei" is his and her.
_SOFT = (
    "am ambell ar at ail cryn dacw dan dau drwy dros dwy dy dyma dyna ei fe gan go heb hen hoff holl hyd i "
    "mi neu o pa pan prif pur rhy rhyw tan tros trwy unig unrhyw wrth"
)
_LIMITED_SOFT = "cyn mor un y yn yr"
_NASAL = "fy ym yn yng"
_ASPIRATE = "a chwe gyda na tra tri tua â"
_H_PROTHESIS = "ei ein eu"
_MIXED = "na ni oni"
# The same words before a vowel: they mutate nothing, but a placeholder cannot know which it should follow.
_BEFORE_VOWELS = "ac ag gydag nac nad nag nid onid tuag"
_TRIGGERS = frozenset(
    f"{_SOFT} {_LIMITED_SOFT} {_NASAL} {_ASPIRATE} {_H_PROTHESIS} {_MIXED} {_BEFORE_VOWELS}".split()
)
_CLITICS = frozenset({"'i", "'n", "'r", "'th", "'u", "'w"})  # his or her, yn, the, your, their, his or her
# A fault even before what never mutates: their own form depends on its first letter.
_FORM_VARIES = frozenset(f"{_BEFORE_VOWELS} a gyda na ni oni tua y yr â".split())

_NUMBER = r"%(?:\(\w+\))?(?:\.\d+)?[df]"
_PLACEHOLDER = rf"\{{\{{.*?\}}\}}|\{{\w*(?:[.\[:!][^{{}}]*)?\}}|(?<!%){_NUMBER}|(?<!%)%(?:\(\w+\))?s"
_WORD = "|".join(sorted(_TRIGGERS, key=len, reverse=True))
_CLITIC = "|".join(sorted(_CLITICS)).replace("'", "['’]")
_AFTER_TRIGGER = re.compile(
    rf"(?P<trigger>(?<![\w'’-])(?:{_WORD}|\d+)|(?<=\w)(?:{_CLITIC})|{_NUMBER})"
    rf"(?=\s+(?:<[^<>]*>\s*)*(?P<placeholder>{_PLACEHOLDER}))",
    re.IGNORECASE | re.DOTALL,
)
_OUR_FILTER = re.compile(r"\|\s*(?:mutate|locative|to_place|from_place)\b")
_NAME = re.compile(r"[({]\s*(\w+)")


def mutating_placeholders(
    msgstr: str, *, never_mutated: frozenset[str] = frozenset()
) -> tuple[MutatingPlaceholder, ...]:
    """Return the placeholders of a Welsh msgstr that directly follow a mutating word or a number.

    Rule: nothing that Welsh would mutate is filled in after a trigger ("yn %(place)s"); write
    "Lleoliad: %(place)s" or fill in a whole phrase. Python's and Django's placeholders are seen;
    markup between does not hide them; a colon, a bracket or a quotation mark ends the mutation.
    Source: Aberystwyth University's list of words that mutate, users.aber.ac.uk/bmj/Tr.

    ``never_mutated`` names the placeholders that hold the name of a person, a number in figures
    or an acronym: they may follow "gan" or "i", but not "a", which a vowel would turn into "ac".
    A placeholder that goes through a filter of ours, or whose name ends in a kind of mutation
    (``%(area_soft)s``), has been mutated already.
    """
    return tuple(
        MutatingPlaceholder(found["trigger"], found["placeholder"], found.start("placeholder"))
        for found in _AFTER_TRIGGER.finditer(msgstr)
        if not _is_settled(found["trigger"].casefold(), found["placeholder"], never_mutated)
    )


def _is_settled(trigger: str, placeholder: str, never_mutated: frozenset[str]) -> bool:
    found = _NAME.search(placeholder)
    name = found.group(1) if found else ""
    if _OUR_FILTER.search(placeholder) or name.endswith(tuple(f"_{kind}" for kind in Mutation)):
        return True
    holds_number = re.fullmatch(_NUMBER, placeholder) is not None
    return (name in never_mutated or holds_number) and trigger not in _FORM_VARIES
