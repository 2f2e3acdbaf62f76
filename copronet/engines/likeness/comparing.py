"""Compare two names word by word."""

from enum import StrEnum

from rapidfuzz.distance import OSA

from copronet.engines.likeness.names import words_of

LONG = 9  # letters: so long a word may have two slips


class NameLikeness(StrEnum):
    """In what two names are alike, the surest first."""

    SAME = "same"  # the same telling words, in any order
    NEARLY = "nearly"  # the same but for slips of the pen
    WITHIN = "within"  # one holds all the telling words of the other, two at least


def compare_names(one: str, other: str) -> NameLikeness | None:
    """In what two names are alike; None where a word tells them apart.

    Words that both have are set aside. What is left over must pair up with one slip for each word (two in
    long words; optimal string alignment: a letter more, less, other, or two swapped), or one side must have
    nothing left. "Llanffug Carers" and "Llanffug Youth" are not alike, however many letters they share.
    """
    return compare_words(words_of(one), words_of(other))


def compare_words(mine: tuple[str, ...], theirs: tuple[str, ...]) -> NameLikeness | None:
    """The same for the telling words of two names."""
    if not mine or not theirs:
        return None
    if sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs):
        return NameLikeness.SAME
    left, right = _without(mine, theirs), _without(theirs, mine)
    if left and right:
        return NameLikeness.NEARLY if _pair_up(left, right) else None
    smaller = mine if not left else theirs
    return NameLikeness.WITHIN if len(smaller) >= 2 else None


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The words that are left when each of the others has taken one like itself away."""
    rest = list(words)
    for word in others:
        if word in rest:
            rest.remove(word)
    return rest


def _pair_up(left: list[str], right: list[str]) -> bool:
    if len(left) != len(right):
        return False
    free = list(right)
    for word in left:
        twin = next((other for other in free if _is_a_slip(word, other)), None)
        if twin is None:
            return False
        free.remove(twin)
    return True


def _is_a_slip(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    allowed = 0 if shorter < 4 else 1 if shorter < LONG else 2
    return OSA.distance(word, other, score_cutoff=allowed) <= allowed
