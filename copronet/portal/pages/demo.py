"""The demonstration network's own pages: a picture, some news in both languages, one piece still in one."""

from datetime import timedelta
from io import BytesIO
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageDraw

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.media.actions import keep_picture
from copronet.common_ground.media.choices import PeopleShown
from copronet.common_ground.media.models import Picture
from copronet.common_ground.media.validators import clean_picture
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds

from .imports import load_owed_pages, pieces, publish_new
from .models import NewsIndexPage, NewsPage

LIMEWASH, HILLS, SUN = "#f6f1e4", ("#6f7f4f", "#8a6a8f", "#3f6c87"), "#e0a526"

NEWS: tuple[dict[str, Any], ...] = (
    {
        "days_ago": 3,
        "title_cy": "Mae drysau'r rhwydwaith ar agor",
        "title_en": "The network's doors are open",
        "intro_cy": "O heddiw ymlaen caiff unrhyw un yng Nghymru ymuno â'r rhwydwaith.",
        "intro_en": "From today anyone in Wales can join the network.",
        "body_cy": [
            {
                "paragraph": "<p>Dewch â'ch profiad, eich cwestiynau a'ch amser. Nid oes angen mwy na hynny.</p>"
            },
            {
                "quote": {
                    "words": "Dyma'r tro cyntaf i neb ofyn i mi cyn penderfynu.",
                    "said_by": "Aelod newydd",
                }
            },
            {"heading": "Sut i ymuno"},
            {"paragraph": "<p>Ar y we, ar bapur, neu drwy ofyn i rywun eich helpu.</p>"},
        ],
        "body_en": [
            {
                "paragraph": "<p>Bring your experience, your questions and your time. Nothing more is needed.</p>"
            },
            {
                "quote": {
                    "words": "This is the first time anybody asked me before deciding.",
                    "said_by": "A new member",
                }
            },
            {"heading": "How to join"},
            {"paragraph": "<p>On the web, on paper, or by asking somebody to help you.</p>"},
        ],
    },
    {
        "days_ago": 12,
        "title_cy": "Cyfarfod cyntaf Bwrdd y Prosiect",
        "title_en": "The Project Board's first meeting",
        "intro_cy": "Cytunodd y Bwrdd sut y bydd penderfyniadau'n cael eu gwneud ac ymhle y cewch eu darllen.",
        "intro_en": "The Board agreed how decisions will be made and where you can read them.",
        "body_cy": [{"paragraph": "<p>Cafodd y cyfarfod ei gynnal mewn neuadd yn Llanffug ac ar-lein.</p>"}],
        "body_en": [{"paragraph": "<p>The meeting was held in a hall in Llanffug and online.</p>"}],
    },
    {
        "days_ago": 1,
        "title_cy": "",
        "title_en": "The hall in Pentre Stori is closed this week",
        "intro_cy": "",
        "intro_en": "Thursday's meeting moves to the library, at the same time.",
        "body_en": [{"paragraph": "<p>There is a ramp at the side door, and a hearing loop inside.</p>"}],
        "one_language_because_cy": "Roedd yn rhaid rhoi gwybod ar unwaith.",
        "one_language_because_en": "People had to be told at once.",
        "one_language_until": 6,
    },
)


def load() -> None:
    """Write the news once; where there is some already, do nothing."""
    load_owed_pages()
    if NewsPage.objects.exists():
        return
    person = _publisher()
    picture = _picture(Actor(person))
    index = NewsIndexPage.objects.get()
    for number, news in enumerate(NEWS):
        publish_new(index, _news(dict(news), picture if number == 0 else None), person=person)


def _publisher() -> Person | None:
    people = Person.objects.filter(holdings__isnull=False).order_by("pk")
    return next((person for person in people if holds(person, "pages.publish")), None)


def _news(words: dict[str, Any], picture: Picture | None) -> NewsPage:
    today = timezone.localdate()
    words["day"] = today - timedelta(days=words.pop("days_ago"))
    if "one_language_until" in words:
        words["one_language_until"] = today + timedelta(days=words["one_language_until"])
    for body in ("body_cy", "body_en"):
        words[body] = pieces(words.get(body, []))
    return NewsPage(picture=picture, **words)


def _picture(actor: Actor) -> Picture:
    written = BytesIO()
    _hills().save(written, "PNG")
    picture = Picture(
        file=clean_picture(ContentFile(written.getvalue(), name="bryniau.png")),
        alternative_cy="Darlun o fryniau mewn tri lliw o dan haul melyn",
        alternative_en="A drawing of hills in three colours under a yellow sun",
        people_shown=PeopleShown.NOBODY,
    )
    return keep_picture(actor=actor, picture=picture)


def _hills() -> Image.Image:
    """Three ranges of hills, drawn here so that the demonstration brings no picture of anybody's."""
    chance = Random("copronet hills")  # noqa: S311  (the same hills every time)
    drawing = Image.new("RGB", (1600, 700), LIMEWASH)
    pen = ImageDraw.Draw(drawing)
    pen.ellipse((1180, 90, 1360, 270), fill=SUN)
    for row, colour in enumerate(HILLS):
        tops = [(x, 260 + row * 130 + chance.randint(-70, 70)) for x in range(0, 1601, 200)]
        pen.polygon([(0, 700), *tops, (1600, 700)], fill=colour)
    return drawing
