"""The catalogue is whole: six plural forms, every phrase of code and templates, nothing fuzzy, nothing that mutates."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.translation import ngettext

from copronet.engines.cymraeg import (
    GETTEXT_PLURAL_FORMS,
    PluralCategory,
    mutating_placeholders,
    plural_category,
)

from .catalogue import FILLED_IN, OURS, ROOT, ours

# Placeholders that are never mutated: names of people and of the network, numbers in figures.
NEVER_MUTATED = frozenset({"who", "whom", "name", "person"})


def test_the_header_pins_the_six_forms_of_welsh():
    assert ours().metadata["Plural-Forms"] == GETTEXT_PLURAL_FORMS
    assert GETTEXT_PLURAL_FORMS.startswith("nplurals=6; ")


def test_gettext_itself_finds_no_fault_in_the_catalogue(tmp_path):
    check = subprocess.run(
        ["msgfmt", "--check", "--output-file", str(tmp_path / "made.mo"), str(OURS)],
        capture_output=True,
        text=True,
        check=False,
    )

    # Who translated last, and when, is told by the version history.
    faults = [line for line in check.stderr.splitlines() if "missing in header" not in line]
    assert (check.returncode, faults) == (0, [])


def test_django_chooses_among_the_six_forms(settings, tmp_path):
    folder = tmp_path / "cy/LC_MESSAGES"
    folder.mkdir(parents=True)
    forms = polib.POFile()
    forms.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": GETTEXT_PLURAL_FORMS}
    named = {number: category.value for number, category in enumerate(PluralCategory)}
    forms.append(polib.POEntry(msgid="one dog", msgid_plural="dogs", msgstr_plural=named))
    forms.save_as_mofile(str(folder / "django.mo"))
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    translation.trans_real._translations.pop("cy", None)

    with translation.override("cy"):
        said = {number: ngettext("one dog", "dogs", number) for number in range(12)}
    translation.trans_real._translations.pop("cy", None)

    assert said == {number: plural_category(number).value for number in range(12)}


def test_every_phrase_is_translated_and_none_is_fuzzy():
    unfinished = [entry.msgid for entry in ours() if entry.fuzzy or not entry.translated()]

    assert unfinished == []


def test_every_plural_has_its_six_forms():
    short = [entry.msgid for entry in ours() if entry.msgid_plural and len(entry.msgstr_plural) != 6]

    assert short == []


def test_what_is_filled_in_is_filled_in_in_welsh_too():
    unlike = []
    for entry in ours():
        asked = {*FILLED_IN.findall(entry.msgid), *FILLED_IN.findall(entry.msgid_plural or "")}
        for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            given = set(FILLED_IN.findall(text))
            if given - asked or (asked - given and not entry.msgid_plural):
                unlike.append(entry.msgid)

    assert unlike == []


def test_nothing_filled_in_stands_after_a_word_that_mutates_it():
    faults = {
        entry.msgid: fault
        for entry in ours()
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        for fault in mutating_placeholders(text, never_mutated=NEVER_MUTATED)
    }

    assert faults == {}


@pytest.mark.slow
@pytest.mark.slow
def test_the_catalogue_holds_every_phrase_of_code_and_templates(tmp_path: Path):
    found = _gathered(tmp_path)
    have = {(entry.msgctxt, entry.msgid) for entry in ours() if entry.translated() and not entry.obsolete}

    missing = [entry.msgid for entry in found if (entry.msgctxt, entry.msgid) not in have]

    assert missing == []


def _gathered(scratch: Path) -> polib.POFile:
    """What makemessages finds in a copy of our sources that has no catalogue yet."""
    ignore = shutil.ignore_patterns("tests", "static", "__pycache__", "*.mo")
    shutil.copytree(ROOT / "copronet", scratch / "copronet", ignore=ignore)
    (scratch / "locale/cy/LC_MESSAGES").mkdir(parents=True)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "django",
            "makemessages",
            "--locale",
            "cy",
            "--add-location",
            "file",
            "--no-wrap",
        ],
        cwd=scratch,
        env={
            **os.environ,
            "PYTHONPATH": str(scratch),
            "DJANGO_SETTINGS_MODULE": "copronet.config.settings.test",
            "COPRONET_DATA": str(scratch / "data"),
        },
        check=True,
        capture_output=True,
    )
    return polib.pofile(str(scratch / "locale/cy/LC_MESSAGES/django.po"))
