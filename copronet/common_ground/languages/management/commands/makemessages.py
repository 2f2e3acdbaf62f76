"""Django's own makemessages, without guesses: a phrase that is new is empty until somebody says it in Welsh."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
