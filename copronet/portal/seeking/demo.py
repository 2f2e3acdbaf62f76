"""What the demonstration's people look for: two who keep searches, and words that many sought."""

from datetime import timedelta

from django.utils import timezone

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.choices import SeenBy
from copronet.common_ground.people.models import Person

from .actions import count_asking, keep_search
from .choices import SHOWN_FROM
from .models import SavedSearch, Sought

_KEPT = {"cy": ("Gofalwyr ifanc", "gofalwyr ifanc"), "en": ("Loneliness", "loneliness")}
# Words, language, whether anything was found, times beyond those before they are shown.
_SOUGHT = (
    ("taliadau uniongyrchol", "cy", False, 6),
    ("direct payments", "en", False, 4),
    ("cludiant cymunedol", "cy", False, 1),
    ("interpreter", "en", False, 0),
    ("cydgynhyrchu", "cy", True, 9),
    ("carers", "en", True, 7),
)


def load() -> None:
    """Make them once; where somebody keeps a search or has sought something, do nothing."""
    if SavedSearch.objects.exists() or Sought.objects.exists():
        return
    for language, (name, words) in _KEPT.items():
        for person in Person.objects.filter(language=language, seen_by=SeenBy.EVERYONE).order_by("pk")[:1]:
            keep_search(actor=Actor(person), name=name, words=words, facets={})
    today = timezone.localdate()
    for words, language, found, more in _SOUGHT:
        for time in range(SHOWN_FROM + more):
            count_asking(words=words, language=language, found=found, today=today - timedelta(weeks=time % 6))
