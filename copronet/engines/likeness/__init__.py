"""Whether two organisations may be one: keys to find them by, and a comparison of what they are called.

For whoever looks for a record before making it again.
Leans on `cymraeg` for mutation and on rapidfuzz for slips of the pen.
Every comparison says in what the two are alike, so that a person can judge.
"""

from copronet.engines.likeness.comparing import NameLikeness, compare_names, compare_words
from copronet.engines.likeness.keys import (
    Known,
    Said,
    domain_of,
    halves_near,
    keys_of,
    keys_to_look_under,
    known_of,
)
from copronet.engines.likeness.names import initials_of, words_of

__all__ = [
    "Known",
    "NameLikeness",
    "Said",
    "compare_names",
    "compare_words",
    "domain_of",
    "halves_near",
    "initials_of",
    "keys_of",
    "keys_to_look_under",
    "known_of",
    "words_of",
]
