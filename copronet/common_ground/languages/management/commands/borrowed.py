"""`copronet borrowed`: which phrases of the libraries have Welsh, from whom, and which have none.

Django, allauth and Wagtail speak to people too. What their own Welsh lacks or gets wrong stands in
``locale/borrowed``, which `make messages` leaves alone, because our own sources do not mention it.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

BORROWED = Path(settings.LOCALE_PATHS[1])
Key = tuple[str, str | None, str]  # domain, context, phrase


@dataclass(frozen=True)
class Catalogue:
    """The phrases of one library's app, as ``scope.toml`` names it."""

    library: str
    package: str
    domain: str = "django"
    leave_out: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.package if self.domain == "django" else f"{self.package} ({self.domain})"

    @cached_property
    def folder(self) -> Path:
        return Path(str(files(self.package))) / "locale"

    @cached_property
    def phrases(self) -> dict[Key, polib.POEntry]:
        """Return what a person may meet, in the library's order."""
        entries = polib.pofile(str(self.folder / f"en/LC_MESSAGES/{self.domain}.po"))
        return {self._key(entry): entry for entry in entries if not self._is_left_out(entry)}

    @cached_property
    def own_welsh(self) -> set[Key]:
        """Return what the library itself says in Welsh; plurals count only in the six forms."""
        file = self.folder / f"cy/LC_MESSAGES/{self.domain}.po"
        entries = polib.pofile(str(file)) if file.exists() else polib.POFile()
        six = "nplurals=6" in entries.metadata.get("Plural-Forms", "")
        return {
            self._key(entry) for entry in entries if entry.translated() and (six or not entry.msgid_plural)
        } & self.phrases.keys()

    def _key(self, entry: polib.POEntry) -> Key:
        return (self.domain, entry.msgctxt, entry.msgid)

    def _is_left_out(self, entry: polib.POEntry) -> bool:
        sources = [name for name, _line in entry.occurrences]
        unseen = bool(sources) and all(name.startswith(tuple(self.leave_out)) for name in sources)
        return bool(entry.obsolete) or unseen


@cache
def catalogues() -> list[Catalogue]:
    """Return the catalogues that ``scope.toml`` names."""
    return [Catalogue(**part) for part in scope()["catalogue"]]


@cache
def scope() -> dict[str, Any]:
    return tomllib.loads((BORROWED / "scope.toml").read_text(encoding="utf-8"))


@cache
def supplied(locale: Path = BORROWED) -> dict[Key, polib.POEntry]:
    """Return the translated phrases of the catalogue in a folder of ours, of every domain."""
    return {
        (file.stem, entry.msgctxt, entry.msgid): entry
        for file in sorted((locale / "cy/LC_MESSAGES").glob("*.po"))
        for entry in polib.pofile(str(file))
        if entry.translated()
    }


def missing(catalogue: Catalogue) -> list[polib.POEntry]:
    """Return the phrases that would be met in English."""
    known = catalogue.own_welsh | supplied().keys() | supplied(Path(settings.LOCALE_PATHS[0])).keys()
    return [entry for key, entry in catalogue.phrases.items() if key not in known]


def no_longer_asked_for() -> Iterator[Key]:
    """Return what we supply though no library asks for it any more."""
    asked = {key for catalogue in catalogues() for key in catalogue.phrases}
    return (key for key in supplied() if key not in asked)


class Command(BaseCommand):
    help = "List the phrases of the libraries that have no Welsh yet, and what each library brings."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--add", action="store_true", help="add them to locale/borrowed, empty")

    def handle(self, *args: object, **options: bool) -> None:
        ours = supplied().keys()
        for catalogue in catalogues():
            lacking = missing(catalogue)
            self.stdout.write(
                f"{catalogue.name}: {len(catalogue.phrases)} phrases; Welsh of its own "
                f"{len(catalogue.own_welsh - ours)}, ours {len(ours & catalogue.phrases.keys())}, "
                f"still English {len(lacking)}"
            )
            for entry in lacking:
                self.stdout.write(f"  {entry.msgid}")
            if options["add"] and lacking:
                add(lacking, catalogue=catalogue)
        for _domain, _context, phrase in no_longer_asked_for():
            self.stdout.write(f"no longer asked for: {phrase}")


def add(lacking: list[polib.POEntry], *, catalogue: Catalogue, locale: Path = BORROWED) -> None:
    """Write phrases at the end of our catalogue, each with its empty Welsh."""
    file = locale / f"cy/LC_MESSAGES/{catalogue.domain}.po"
    entries = polib.pofile(str(file), wrapwidth=0)
    for entry in lacking:
        empty = polib.POEntry(
            msgctxt=entry.msgctxt,
            msgid=entry.msgid,
            msgid_plural=entry.msgid_plural,
            msgstr_plural=dict.fromkeys(range(6), "") if entry.msgid_plural else {},
            comment=catalogue.library,
            flags=entry.flags,
        )
        entries.append(empty)
    entries.save()
