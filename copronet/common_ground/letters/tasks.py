"""What letters do in the background."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from .actions import deliver
from .choices import State
from .inbox import fetch, read
from .models import Letter, Received, Trouble

# However short the operator's retention: a door may hand the same letter in again for some days.
SHORTEST_MEMORY = timedelta(days=7)
STRANGERS_LETTERS = timedelta(days=1)  # long enough to be tried again


def send_letter(letter: int) -> None:
    deliver(letter=Letter.objects.select_related("person").get(pk=letter))


def read_received(received: int) -> None:
    read(Received.objects.get(pk=received))


def fetch_mail() -> None:
    if settings.IMAP_URL:
        fetch(settings.IMAP_URL)


def prune_letters() -> None:
    """Remove the words and addresses of letters after KEEP_MAIL_DAYS, and the letters that came in."""
    now, kept = timezone.now(), timedelta(days=settings.KEEP_MAIL_DAYS)
    old = Letter.objects.filter(written__lt=now - kept).exclude(state__in=[State.WAITING, State.TO_POST])
    Letter.objects.filter(person=None, written__lt=now - STRANGERS_LETTERS).delete()
    old.exclude(text="").update(address="", subject="", text="", html="")
    Received.objects.filter(came__lt=now - max(kept, SHORTEST_MEMORY)).delete()
    Trouble.objects.filter(is_lasting=False, latest__lt=now - kept).delete()
