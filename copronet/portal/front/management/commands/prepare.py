"""`copronet prepare`: what a new or upgraded site needs before it is served. Run as often as you like."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from copronet.common_ground.search.actions import fill_gaps
from copronet.portal.pages.imports import load_owed_pages


class Command(BaseCommand):
    help = (
        "Bring database, static files and search up to date, and add the pages every site owes its readers."
    )

    def handle(self, *args: object, **options: object) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        load_owed_pages()
        fill_gaps()
