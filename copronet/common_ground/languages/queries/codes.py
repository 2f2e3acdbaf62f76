"""A short code out of the words of a name, for addresses and for pooling what is said in either language."""

from collections.abc import Collection

from django.utils.text import slugify


def free_code(words: str, taken: Collection[str], *, longest: int = 36, otherwise: str = "x") -> str:
    """A code made of the first words, with a number where another of ``taken`` has it.

    ``otherwise`` stands for words that have no letter a code could hold.
    """
    stem = slugify(words).replace("_", "-")[:longest].strip("-") or otherwise
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(code for code in numbered if code not in taken)
