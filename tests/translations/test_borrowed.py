"""What Django, allauth and Wagtail say to people is said in Welsh too: theirs where it is good, else ours."""

import re
import shutil
from io import StringIO
from itertools import chain
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.utils import translation
from django.utils.translation.trans_real import DjangoTranslation

from copronet.common_ground.languages.management.commands.borrowed import (
    BORROWED,
    Catalogue,
    add,
    catalogues,
    missing,
    no_longer_asked_for,
    scope,
    supplied,
)
from copronet.engines.cymraeg import GETTEXT_PLURAL_FORMS, mutating_placeholders

PLACEHOLDER = re.compile(r"%\(\w+\)[srd]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?\w+")
FILES = sorted((BORROWED / "cy/LC_MESSAGES").glob("*.po"))


def welsh(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda catalogue: catalogue.name)
def test_every_phrase_people_meet_has_welsh(catalogue: Catalogue):
    lacking = [entry.msgid for entry in missing(catalogue)]

    assert not lacking, f"{len(lacking)} of {len(catalogue.phrases)} still in English (see `make borrowed`)"


def test_every_app_with_phrases_of_its_own_is_in_scope_or_left_out_for_a_reason():
    named = {part["package"] for kind in ("catalogue", "left_out") for part in scope()[kind]}

    with_phrases = {
        app.name
        for app in apps.get_app_configs()
        if (Path(app.path) / "locale/en").exists() and not app.name.startswith("copronet.")
    }

    assert with_phrases - named == set()


def test_nothing_is_kept_that_no_library_asks_for():
    assert list(no_longer_asked_for()) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_catalogue_has_the_six_plural_forms_and_nothing_unfinished(file: Path):
    entries = polib.pofile(str(file))

    assert entries.metadata["Plural-Forms"] == GETTEXT_PLURAL_FORMS
    assert [entry.msgid for entry in entries if not entry.translated() or entry.obsolete] == []
    assert [entry.msgid for entry in entries if entry.msgid_plural and len(entry.msgstr_plural) != 6] == []


def test_what_is_filled_in_is_the_same_in_both_languages():
    unlike = [entry.msgid for entry in supplied().values() if not _same_placeholders(entry)]

    assert unlike == []


def _same_placeholders(entry: polib.POEntry) -> bool:
    """A singular may leave out the number, as "an hour ago" does."""
    singular, plural = _filled_in(entry.msgid), _filled_in(entry.msgid_plural or entry.msgid)
    return all(_filled_in(text) in (singular, plural) for text in welsh(entry))


def _filled_in(text: str) -> list[str]:
    """Return what is filled in: by name in any order, without a name in its own order."""
    found = PLACEHOLDER.findall(text)
    return found if {"%s", "%d", "{}"} & set(found) else sorted(set(found))


def test_markup_is_kept():
    unlike = [
        entry.msgid
        for entry in supplied().values()
        for text in welsh(entry)
        if set(TAG.findall(text)) != set(TAG.findall(entry.msgid_plural or entry.msgid))
    ]

    assert unlike == []


def test_nothing_filled_in_follows_a_word_that_mutates():
    never_mutated = frozenset(scope()["never_mutated"])

    faults = {
        text: fault
        for text in chain.from_iterable(welsh(entry) for entry in supplied().values())
        for fault in mutating_placeholders(text, never_mutated=never_mutated)
    }

    assert faults == {}


def test_only_what_is_the_same_in_both_languages_is_left_as_it_was():
    same = {entry.msgid for entry in supplied().values() if entry.msgid in welsh(entry)}

    assert same - set(scope()["same_in_both"]) == set()


def test_the_command_counts_what_each_library_brings():
    answer = StringIO()

    call_command("borrowed", stdout=answer)

    assert len(answer.getvalue().splitlines()) == len(catalogues())
    every = len(Catalogue("django-allauth", "allauth").phrases)
    assert f"allauth: {every} phrases; Welsh of its own 0, ours {every}, still English 0" in answer.getvalue()


def test_what_is_missing_is_added_with_its_empty_welsh(tmp_path):
    shutil.copytree(BORROWED, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "cy/LC_MESSAGES/django.po"
    before = file.read_text()
    new = polib.POEntry(
        msgid="%(count)s new word", msgid_plural="%(count)s new words", flags=["python-format"]
    )

    add([new], catalogue=Catalogue("Wagtail", "wagtail"), locale=tmp_path)

    added = file.read_text().removeprefix(before.rstrip("\n"))
    assert added.strip().splitlines() == [
        "#. Wagtail",
        "#, python-format",
        'msgid "%(count)s new word"',
        'msgid_plural "%(count)s new words"',
        *(f'msgstr[{form}] ""' for form in range(6)),
    ]


def test_our_own_words_win_over_the_borrowed_ones():
    own = supplied(Path(settings.LOCALE_PATHS[0]))
    both = [key for key in own if key in supplied() and not own[key].msgid_plural and not key[1]]

    with translation.override("cy"):
        said = {key[2]: translation.gettext(key[2]) for key in both}

    assert said == {key[2]: own[key].msgstr for key in both}


def test_borrowed_words_win_over_the_library():
    with translation.override("cy"):
        assert translation.pgettext("alt. month", "July") == "Gorffennaf"
        assert translation.gettext("Enter a valid date.") == "Rhowch ddyddiad dilys."


def test_plural_forms_of_scripts_are_ours():
    folder = Catalogue("Wagtail", "wagtail.admin").folder
    welsh = DjangoTranslation("cy", domain="djangojs", localedirs=[str(folder)])

    said = [welsh.ngettext("%(num)s error", "%(num)s errors", number) for number in (0, 1, 2, 3, 6)]

    assert said == [f"%(num)s {noun}" for noun in ("gwallau", "gwall", "wall", "gwall", "gwall")]
