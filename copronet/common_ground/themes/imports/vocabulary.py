"""Lists of terms in both languages: which theme a row means, what words it would add, doing that and undoing it.

A row is one thing with its Welsh and its English term, and other words for it. Where a theme has one of the terms
already, by its name or by another word, the others become words for it; otherwise the row is a new theme, which
is not offered when people choose themes: a whole dictionary can come in without burying the network's own.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db.models.deletion import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.queries import version_number
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.spreadsheets.choices import Column, Done, Outcome, Verdict, in_both
from copronet.common_ground.spreadsheets.registry import Said, Sheet
from copronet.common_ground.themes.actions import bring_in_theme, take_back_theme
from copronet.common_ground.themes.choices import LONGEST_TERM
from copronet.common_ground.themes.models import Theme
from copronet.common_ground.themes.queries import themes_as_rows, words_by_language, words_of_all

_MORE_THAN_ONE = gettext_lazy("This row means more than one theme: %(codes)s")

Terms = dict[Language, list[str]]  # the first of each language is its name for the thing


class VocabularySheet(Sheet):
    code = "themes"
    title = gettext_lazy("Themes and the words for them")
    permission = "themes.edit"
    needs = ("name_cy", "name_en")
    columns = (
        Column(
            "name_cy",
            gettext_lazy("Term in Welsh"),
            ("cy", "cy-gb", "cymraeg", "welsh", "term cymraeg", "welsh term"),
        ),
        Column(
            "name_en",
            gettext_lazy("Term in English"),
            ("en", "en-gb", "english", "saesneg", "term saesneg", "english term"),
        ),
        Column(
            "words_cy", gettext_lazy("Other Welsh words for it"), ("cy 2", "cyfystyron", "welsh synonyms")
        ),
        Column(
            "words_en", gettext_lazy("Other English words for it"), ("en 2", "synonyms", "english synonyms")
        ),
    )

    def __init__(self) -> None:
        self._in_this_file: set[tuple[str, str]] = set()

    def identity(self, said: Said) -> str:
        return "|".join(_folded(said.get(column.code, "")) for column in self.columns).strip("|")

    def judge(self, said: Said) -> Verdict:
        terms = terms_of(said)
        if wrong := _wrong_with(terms):
            return Verdict(Outcome.REFUSED, (wrong,))
        codes = self._meant(terms)
        if len(codes) > 1:
            return Verdict(Outcome.REFUSED, (in_both(lambda: _MORE_THAN_ONE % {"codes": ", ".join(codes)}),))
        if codes:
            return _compared(Theme.objects.get(code=codes[0]), terms)
        return self._new(terms)

    def carry_out(self, *, actor: Actor, said: Said, verdict: Verdict) -> Done:  # noqa: ARG002  (see Sheet)
        terms = terms_of(said)
        theme = self._theme(terms)
        is_new, added = theme.pk is None, missing_words(theme, terms)
        bring_in_theme(actor=actor, theme=theme, words=added)
        for language, words in terms.items():
            for word in words:
                self._known.setdefault((language.value, _folded(word)), set()).add(theme.code)
        before = {language.value: words for language, words in added.items()}
        return Done(str(theme.pk), is_new, before, str(version_number(theme)))

    def take_back(self, *, actor: Actor, done: Done) -> None:
        theme = Theme.objects.filter(pk=done.key).first()
        if theme is None or str(version_number(theme)) != done.after:
            raise ActionRefused(_("Somebody has changed this theme since; it stays as it is."))
        try:
            take_back_theme(
                actor=actor,
                theme=theme,
                is_new=done.is_new,
                words={Language(code): words for code, words in done.before.items()},
            )
        except ProtectedError as used:
            raise ActionRefused(_("Somebody has built on this theme since; it stays.")) from used

    def rows(self) -> Iterator[dict[str, Any]]:
        return themes_as_rows()

    def _meant(self, terms: Terms) -> list[str]:
        return meant(terms, self._known)

    def _theme(self, terms: Terms) -> Theme:
        """The theme a row means now, rows before it having been brought in; or a new one."""
        codes = self._meant(terms)
        if len(codes) > 1:
            raise ActionRefused(_MORE_THAN_ONE % {"codes": ", ".join(codes)})
        if not codes:
            return Theme(is_offered=False)
        theme = Theme.objects.filter(code=codes[0]).first()
        if theme is None:
            raise ActionRefused(_("Somebody has changed this theme since; it stays as it is."))
        return theme

    @cached_property
    def _known(self) -> dict[tuple[str, str], set[str]]:
        return words_now()

    def _new(self, terms: Terms) -> Verdict:
        if not all(terms.values()):
            return Verdict(
                Outcome.REFUSED, (in_both(lambda: _("A new term needs its word in both languages.")),)
            )
        own = {(language.value, _folded(word)) for language, words in terms.items() for word in words}
        with_earlier = bool(own & self._in_this_file)
        self._in_this_file |= own
        if with_earlier:
            return Verdict(Outcome.CHANGED, (in_both(lambda: _("Goes with an earlier row of this file.")),))
        return Verdict(Outcome.CREATED)


def terms_of(said: Said) -> Terms:
    """The terms of a row by language, each once; several in one cell stand apart by a semicolon, a bar or a line."""
    terms: Terms = {}
    for language in Language:
        cells = (said.get(f"{name}_{language}", "") for name in ("name", "words"))
        words = [" ".join(word.split()) for cell in cells for word in _parted(cell)]
        terms[language] = list({_folded(word): word for word in reversed(words) if word}.values())[::-1]
    return terms


def words_now() -> dict[tuple[str, str], set[str]]:
    """The codes of the themes that have each word, by its language."""
    known: dict[tuple[str, str], set[str]] = {}
    for code, language, word in words_of_all():
        known.setdefault((language, _folded(word)), set()).add(code)
    return known


def meant(terms: Terms, known: dict[tuple[str, str], set[str]]) -> list[str]:
    """The themes that have one of the terms; those that have its first words in both languages, if any has."""
    each = [
        [known.get((language.value, _folded(word)), set()) for word in words]
        for language, words in terms.items()
    ]
    firsts = [found[0] for found in each if found and found[0]]
    in_both_languages = set.intersection(*firsts) if len(firsts) == len(Language) else set()
    return sorted(in_both_languages or set().union(*(codes for found in each for codes in found)))


def missing_words(theme: Theme, terms: Terms) -> Terms:
    """The terms that a theme has not, by language; a name it lacks is set on it."""
    missing: Terms = {}
    there = words_by_language(theme) if theme.pk else {language: [] for language in Language}
    for language, words in terms.items():
        rest = list(words)
        if rest and not getattr(theme, f"name_{language}"):
            setattr(theme, f"name_{language}", rest.pop(0))
        have = {_folded(word) for word in (getattr(theme, f"name_{language}"), *there[language])}
        missing[language] = [word for word in rest if _folded(word) not in have]
    return missing


def _compared(theme: Theme, terms: Terms) -> Verdict:
    names = {language: getattr(theme, f"name_{language}") for language in Language}
    missing = missing_words(theme, terms)
    changes = tuple(
        (in_both(lambda language=language: _LABELS[language]), was, now)  # type: ignore[misc]  # bound at once
        for language in Language
        for was, now in (
            (names[language], getattr(theme, f"name_{language}")),
            ("", "; ".join(missing[language])),
        )
        if was != now
    )
    return Verdict(Outcome.CHANGED if changes else Outcome.UNCHANGED, changes=changes, key=str(theme.pk))


_LABELS = {
    Language.WELSH: gettext_lazy("Other Welsh words for it"),
    Language.ENGLISH: gettext_lazy("Other English words for it"),
}


def _wrong_with(terms: Terms) -> Any:
    if not any(terms.values()):
        return in_both(lambda: _("This row has no term."))
    if any(len(word) > LONGEST_TERM for words in terms.values() for word in words):
        return in_both(lambda: _("Too long for a term. The most is: %(most)s") % {"most": LONGEST_TERM})
    return None


def _parted(cell: str) -> list[str]:
    return cell.replace("|", ";").replace("\n", ";").split(";")


def _folded(word: str) -> str:
    return " ".join(word.casefold().replace("’", "'").split())
