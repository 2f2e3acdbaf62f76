"""Which citation forms a Welsh form belongs to: simplemma's word list, and Bangor's lexicon where imported."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from copronet.engines.cymraeg.finding.lexicon_files import BETWEEN_LEMMAS, read_lexicon
from copronet.engines.cymraeg.finding.words import folded
from copronet.engines.cymraeg.mutation import demutations, initial_of
from copronet.engines.cymraeg.reviewed import reviewed_words


class Lexicon:
    """The Welsh forms known and the citation forms (lemmas) of each, in lower case unless a name.

    ``dictionary`` gives one lemma a form and has mutated forms too, as simplemma's does;
    ``imported`` gives any number, joined by "|", and has radical forms only.
    """

    def __init__(self, dictionary: Mapping[str, str], imported: Mapping[str, str] | None = None) -> None:
        self._dictionary = dictionary
        self._imported = imported or {}
        self._cited = frozenset(dictionary.values())
        self._accented = _unaccented([dictionary, self._imported])

    def lemmas(self, form: str) -> tuple[str, ...]:
        """Return the citation forms listed for a form just as it stands; empty where it is unknown."""
        several = self._imported.get(form)
        listed = several.split(BETWEEN_LEMMAS) if several else []
        one = self._dictionary.get(form)
        irregular = reviewed_words().irregular.get(form)
        return tuple(dict.fromkeys([*listed, *filter(None, (irregular, one))]))

    def radical_lemmas(self, form: str) -> tuple[str, ...]:
        """Return the citation forms of a form that is not itself mutated.

        Looking demutated words up among radical forms only keeps a rule from undoing two
        mutations at once: affer, gaffer, caffer.
        """
        return tuple(lemma for lemma in self.lemmas(form) if not is_mutated_form(form, lemma))

    def is_lemma(self, word: str) -> bool:
        """Whether the word is listed as its own citation form."""
        if self._dictionary.get(word) == word:
            return True
        return word in self._imported.get(word, "").split(BETWEEN_LEMMAS)

    def is_cited(self, word: str) -> bool:
        """Whether anything is listed under the word, though it may stand under another itself."""
        return word in self._cited or self.is_lemma(word)

    def citation_forms(self) -> frozenset[str]:
        """Return every word that something in simplemma's list stands under."""
        return self._cited

    def accented(self, form: str) -> tuple[str, ...]:
        """Return the forms that differ from this one only by the accents they have."""
        return tuple(self._accented.get(form, "").split())


def load_lexicon(imported: Path | None = None) -> Lexicon:
    """Read simplemma's Welsh word list, and Bangor's lexicon from a file if there is one.

    Sources: simplemma (MIT; its word lists ODbL and others); techiaith/lecsicon-cymraeg-bangor (CC0).
    """
    dictionary = DefaultDictionaryFactory().get_dictionary("cy")
    return Lexicon(dictionary, read_lexicon(imported) if imported else None)


@lru_cache(maxsize=1 << 14)
def is_mutated_form(form: str, lemma: str) -> bool:
    """Whether a form is its lemma's with a mutated beginning: "gath" of "cath", but not "aeth" of "mynd"."""
    beginning = _beginning(lemma)
    return _beginning(form) != beginning and any(
        mutation.kind is not None and _beginning(mutation.radical) == beginning
        for mutation in demutations(form)
    )


def _beginning(word: str) -> str:
    return folded(initial_of(word.lower()))


def _unaccented(lists: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return, for forms typed without accents, the accented ones, joined by spaces."""
    found: dict[str, str] = {}
    for form in (form for forms in lists for form in forms if not form.isascii()):
        plain = folded.__wrapped__(form)
        known = found.get(plain, "")
        if form not in known.split():
            found[plain] = f"{known} {form}".lstrip()
    return found
