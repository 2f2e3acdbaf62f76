"""The weekly letter about what is new for the searches that somebody keeps."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import translation

from copronet.common_ground.letters.actions import send
from copronet.common_ground.people.models import Person

from .queries import News

NEWS = "seeking/letters/news"


def tell_news(person: Person, news: Sequence[News]) -> None:
    """One letter about all of somebody's searches, in their language."""
    with translation.override(person.language):
        context = {
            "searches": [
                {
                    "name": each.search.name,
                    "address": each.search.address,
                    "found": [(_title(document), document.address) for document in each.documents],
                    "more": each.more,
                }
                for each in news
            ],
            "page": reverse("seeking:mine"),
        }
        send(to=person, template=NEWS, context=context)


def _title(document: object) -> str:
    return str(document)
