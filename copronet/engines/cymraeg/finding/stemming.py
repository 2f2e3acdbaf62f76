"""Cut a Welsh word down to a stem that its other forms probably share, for words that no list knows."""

_ENDINGS = (
    "iadau iadur iaeth iaethau iaid iannau iant iau ioedd iol ion ionau eddau esau feydd wyr ydd yddion"
    " oedd oed od edd au on yn en wr wraig"
    " asant asoch aswn asai asem wyd som soch sant aist odd ais est iff ith wch ant ent ech och wyf wn af ir id"
    " ai es u o io i a an ach aidd"
)
_LONGEST_FIRST = sorted(_ENDINGS.split(), key=len, reverse=True)
_SHORTEST = 3
_SAYS_ENOUGH = 4


def light_stem(word: str) -> str | None:
    """Return the word without its commonest ending, or None if too little is left to say anything.

    Rule: the longest ending of plurals, verbs, verb-nouns or makers comes off, once, if three letters stay.
    """
    stem = next(
        (
            word.removesuffix(ending)
            for ending in _LONGEST_FIRST
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
        ),
        word,
    )
    return stem if len(stem) >= _SAYS_ENOUGH else None
