"""Welsh as a program needs it: mutations, places, counting, alphabetical order, a check of strings.

For whoever writes a Welsh sentence with something filled in, sorts a list or prepares a search.
Leans on nothing but Python; words the rules cannot know stand in ``exceptions.toml``.
Every function names its rule and source, and docs/iaith.md what a fluent reader should check.
Nothing here translates, and nothing decides whether a name should mutate: the caller does.
"""

from copronet.engines.cymraeg.lint import MutatingPlaceholder, mutating_placeholders
from copronet.engines.cymraeg.mutation import Demutation, Mutation, demutations, mutate, same_when_mutated
from copronet.engines.cymraeg.order import (
    ALPHABET,
    LETTERS_OF_NAMES,
    OTHER,
    beginning_of_keys,
    first_letter,
    letters,
    sort_key,
)
from copronet.engines.cymraeg.place import from_place, locative, to_place, without_article
from copronet.engines.cymraeg.plurals import (
    GETTEXT_PLURAL_FORMS,
    PluralCategory,
    PluralForms,
    counted,
    counted_age,
    counted_days,
    counted_years,
    plural_category,
    plural_forms,
)

__all__ = [
    "ALPHABET",
    "GETTEXT_PLURAL_FORMS",
    "LETTERS_OF_NAMES",
    "OTHER",
    "Demutation",
    "MutatingPlaceholder",
    "Mutation",
    "PluralCategory",
    "PluralForms",
    "beginning_of_keys",
    "counted",
    "counted_age",
    "counted_days",
    "counted_years",
    "demutations",
    "first_letter",
    "from_place",
    "letters",
    "locative",
    "mutate",
    "mutating_placeholders",
    "plural_category",
    "plural_forms",
    "same_when_mutated",
    "sort_key",
    "to_place",
    "without_article",
]
