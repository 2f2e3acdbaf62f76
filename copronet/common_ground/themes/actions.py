"""Curating the vocabulary: a theme is kept together with its words."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.queries import free_code
from copronet.common_ground.search.actions import ask_for_rebuild, keep_record

from .models import Theme, ThemeWord

Words = Mapping[Language, Sequence[str]]


@transaction.atomic
def keep_theme(
    *, actor: Actor, theme: Theme, words: Words, based_on: int | None = None, key: UUID | None = None
) -> Deed:
    """Save a new or a changed theme with the other words for it. Raises `Overtaken` and `AlreadyDone`.

    Themes stand in two layers: one that is part of another has no parts itself.
    """
    _refuse_third_layer(theme)
    verb = "themes.theme_changed" if theme.pk else "themes.theme_added"
    if not theme.pk:
        taken = set(Theme.objects.values_list("code", flat=True))
        theme.code = free_code(theme.name_en or theme.name_cy, taken, longest=50, otherwise="theme")
    deed = save(actor=actor, verb=verb, content=theme, based_on=based_on, key=key)
    for language in Language:
        _keep_words(theme, language, words.get(language, ()))
    keep_record(theme)
    words_have_changed()
    return deed


@transaction.atomic
def bring_in_theme(*, actor: Actor, theme: Theme, words: Words) -> Deed:
    """Save a theme that a list of terms brought, or changed, and add words to those that are there."""
    verb = "themes.theme_brought_in"
    if not theme.pk:
        code_beside = partial(free_code, theme.name_en or theme.name_cy, longest=50, otherwise="theme")
        alike = Theme.objects.filter(code__startswith=code_beside(()))
        theme.code = code_beside(set(alike.values_list("code", flat=True)))
    deed = save(actor=actor, verb=verb, content=theme)
    for language, added in words.items():
        ThemeWord.objects.bulk_create(ThemeWord(theme=theme, language=language, word=word) for word in added)
    words_have_changed()
    keep_record(theme)
    return deed


@transaction.atomic
def take_back_theme(*, actor: Actor, theme: Theme, is_new: bool, words: Words) -> None:
    """Undo what a list of terms brought: the words it added, and the theme itself if that was new."""
    record(actor=actor, verb="themes.theme_taken_back", about=theme)
    for language, added in words.items():
        theme.words.filter(language=language, word__in=added).delete()
    if is_new:
        theme.delete()
    else:
        keep_record(theme)
    words_have_changed()


def words_have_changed() -> None:
    """What has the words, or had them, is found under its themes once the index has been made anew."""
    ask_for_rebuild()


def _refuse_third_layer(theme: Theme) -> None:
    if theme.broader_id is None:
        return
    broader = Theme.objects.select_for_update().get(pk=theme.broader_id)
    if broader.broader_id is not None or broader.pk == theme.pk:
        raise ActionRefused(_("Choose a broader theme that is not part of another one."))
    if theme.pk and theme.narrower.exists():
        raise ActionRefused(_("This theme has parts of its own, so it cannot be part of another."))


def _keep_words(theme: Theme, language: Language, words: Sequence[str]) -> None:
    there = set(theme.words.filter(language=language).values_list("word", flat=True))
    theme.words.filter(language=language).exclude(word__in=words).delete()
    ThemeWord.objects.bulk_create(
        ThemeWord(theme=theme, language=language, word=word)
        for word in dict.fromkeys(words)
        if word not in there
    )
