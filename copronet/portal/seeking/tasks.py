"""By the clock: the weekly letters, and clearing away old counts."""

from datetime import date

from django.utils import timezone

from copronet.common_ground.people.models import Person

from .actions import forget_old_askings, tell_what_is_new
from .queries import people_to_tell


def tell_of_news(on: date | None = None) -> None:
    """Each in a transaction of their own; whoever was told today is not found a second time."""
    today = on or timezone.localdate()
    for key in people_to_tell(today):
        tell_what_is_new(person=Person.objects.get(pk=key), today=today)


def clear_old_askings(on: date | None = None) -> None:
    forget_old_askings(today=on or timezone.localdate())
