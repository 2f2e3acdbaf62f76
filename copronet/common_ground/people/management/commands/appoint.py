"""`copronet appoint ADDRESS OFFICE`: put the first people into office, before anybody on the site could."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused
from copronet.common_ground.people.actions.offices import give_office
from copronet.common_ground.people.actions.persons import add_person
from copronet.common_ground.people.choices import FOUNDING_CY, FOUNDING_EN
from copronet.common_ground.people.models import Office, Person


class Command(BaseCommand):
    help = "Give somebody an office by a decision made outside the site, such as the founding one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", help="e-mail address of the person")
        parser.add_argument("office", help="code of the office, for example network-director")
        parser.add_argument(
            "--name", default="", help="name for a new record, where the address is not known yet"
        )
        parser.add_argument("--decision-cy", default=FOUNDING_CY, help="the decision, in Welsh")
        parser.add_argument("--decision-en", default=FOUNDING_EN, help="the decision, in English")

    def handle(self, *args: Any, **options: Any) -> None:
        office = Office.objects.filter(code=options["office"]).first()
        if office is None:
            codes = ", ".join(Office.objects.order_by("place").values_list("code", flat=True))
            raise CommandError(f"Nid oes swydd o'r enw hwnnw. / There is no such office. {codes}")
        person = Person.objects.filter(email__iexact=options["address"]).first()
        if person is None:
            person = self._add(options["address"], options["name"])
        try:
            give_office(
                actor=CLOCKWORK,
                office=office,
                person=person,
                begins=timezone.localdate(),
                decision_cy=options["decision_cy"],
                decision_en=options["decision_en"],
            )
        except ActionRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{person.name}: {office.name}")

    def _add(self, address: str, name: str) -> Person:
        if not name:
            raise CommandError(
                "Nid oes neb â'r cyfeiriad hwn eto: rhowch --name."
                " / Nobody has this address yet: give --name."
            )
        return add_person(actor=CLOCKWORK, person=Person(email=address, name=name))
