"""What people are written about their entries, each in their own language."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import translation

from copronet.common_ground.languages.models import Phrase
from copronet.common_ground.letters.actions import send
from copronet.common_ground.people.models import Person

from .choices import Answer
from .models import Asking, Asset, Question, Report
from .queries.askings import link_token, open_questions

STILL_RIGHT = "assets/letters/still_right"
REPORTED = "assets/letters/reported"
STEWARD = "assets/letters/steward"
INBOX = "assets.still_right"


def tell_asked(asking: Asking, people: Iterable[Person], *, again: bool = False) -> None:
    """All that is due, numbered, with a link for each answer to each; every link is for this reader alone."""
    questions = list(open_questions(asking))
    for person in people:
        with translation.override(person.language):
            entries = [_entry(question, person) for question in questions]
        context = {"entries": entries, "again": again, "is_one": len(entries) == 1}
        send(to=person, template=STILL_RIGHT, context=context, about=asking, reply_to=INBOX)


def tell_reported(question: Question, report: Report, people: Iterable[Person]) -> None:
    """A reader said that an entry looks out of date: their words as they wrote them, and the same links."""
    for person in people:
        with translation.override(person.language):
            entry = _entry(question, person)
        context = {"entry": entry, "words": report.words}
        send(to=person, template=REPORTED, context=context, about=question.asking, reply_to=INBOX)


def tell_steward(asset: Asset, person: Person) -> None:
    """You look after this from now on, and how to stop."""
    with translation.override(person.language):
        context = {"name": asset.name.text, "page": asset.get_absolute_url()}
    send(to=person, template=STEWARD, context=context, about=asset)


def _entry(question: Question, person: Person) -> dict[str, Any]:
    token = link_token(question, person)
    asset = question.asset
    name: Phrase = asset.name
    return {
        "number": question.number,
        "name": name.text,
        "kind": asset.get_kind_display(),
        "about": asset.about.text,
        "page": asset.get_absolute_url(),
        "checked_on": asset.checked_on,
        "answers": [
            (answer.label, reverse("assets:answer", args=[token, answer.value])) for answer in Answer
        ],
    }
