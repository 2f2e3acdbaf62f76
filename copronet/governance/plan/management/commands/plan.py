"""`copronet plan load FILE`: load a governing plan, or a newer version of it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Actor
from copronet.common_ground.people.models import Person
from copronet.governance.plan.imports import PlanFileRefused, load_plan_file


class Command(BaseCommand):
    help = "Load the network's plan from a file in the format of docs/plan-format.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        deeds = parser.add_subparsers(dest="deed", required=True)
        load = deeds.add_parser("load", help="load a plan file, or a newer version of it")
        load.add_argument("file", type=Path)
        load.add_argument(
            "--as", dest="email", help="the e-mail address of the person who loads it, for the journal"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file = options["file"]
        try:
            loaded = load_plan_file(_words(file), actor=_actor(options["email"]))
        except PlanFileRefused as refusal:
            faults = [f"{file}:{fault.line}: {fault.sentence}" for fault in refusal.faults]
            raise CommandError("\n".join([_("Nothing was loaded. What is wrong:"), *faults])) from refusal
        except ActionRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        if not loaded.created and not loaded.changed:
            self.stdout.write(_("Nothing has changed since this file was last loaded."))
            return
        for sentence, codes in (
            (_("New: %(codes)s"), loaded.created),
            (_("Changed: %(codes)s"), loaded.changed),
        ):
            if codes:
                self.stdout.write(sentence % {"codes": ", ".join(codes)})


def _words(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        sentence = _("The file cannot be read: %(reason)s")
        raise CommandError(sentence % {"reason": error}) from error


def _actor(email: str | None) -> Actor:
    if not email:
        return CLOCKWORK
    person = Person.objects.filter(email__iexact=email, is_active=True).first()
    if person is None:
        raise CommandError(_("Nobody here has that e-mail address: %(email)s") % {"email": email})
    return Actor(person)
