"""What the tests of this folder know about phrases: ours, those of the libraries, and how to find them in text."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
OURS = Path(settings.LOCALE_PATHS[0]) / "cy/LC_MESSAGES/django.po"
LIBRARIES = ("django.conf", "allauth", "django.contrib.auth", "django.contrib.humanize")
FILLED_IN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

# The same word in both languages, where the catalogue cannot say so.
SAME_IN_BOTH = {"OK", "English", "Cymraeg", "Offer"}  # the last is Welsh for equipment


@cache
def ours() -> polib.POFile:
    return polib.pofile(str(OURS))


@cache
def english() -> frozenset[str]:
    """Every English phrase that people could meet where Welsh is missing: ours and the libraries'."""
    phrases = {entry.msgid for entry in ours() if not entry.obsolete}
    for library in LIBRARIES:
        phrases |= {entry.msgid for entry in polib.pofile(str(_english_file(library)))}
    same = {
        entry.msgid for path in _welsh_files() for entry in polib.pofile(path) if entry.msgid == entry.msgstr
    }
    return frozenset(phrases - same - SAME_IN_BOTH)


def _english_file(library: str) -> Path:
    spec = find_spec(library)
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "locale/en/LC_MESSAGES/django.po"


def _welsh_files() -> list[str]:
    return [
        str(path)
        for folder in settings.LOCALE_PATHS
        for path in Path(folder).glob("cy/LC_MESSAGES/django.po")
    ]


@cache
def english_with_gaps() -> re.Pattern[str]:
    """The phrases with something filled in, as one pattern; those with few words of their own are left out."""
    patterns = []
    for phrase in english():
        parts = FILLED_IN.split(phrase.replace("%%", "%"))
        if len(parts) > 1 and len(re.findall(r"[A-Za-z]{2,}", " ".join(parts))) >= 2:
            patterns.append(".+".join(map(re.escape, parts)))
    return re.compile("|".join(sorted(patterns)))


def is_english(text: str) -> bool:
    """Whether a text is a phrase of ours or of a library that should have been in Welsh."""
    plain = " ".join(text.split()).strip()
    return plain in english() or bool(english_with_gaps().fullmatch(plain))
