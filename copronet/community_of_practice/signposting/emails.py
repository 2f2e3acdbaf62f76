"""A word to those who look after services, and the answer to whoever asked."""

from django.urls import reverse
from django.utils import translation

from copronet.common_ground.letters.actions import send, send_to_stranger
from copronet.common_ground.people.queries import holders_of

from .models import Question, Service
from .queries import link_token

ASKED, ANSWER = "signposting/letters/asked", "signposting/letters/answer"
INTRODUCTION = "signposting/letters/introduction"


def tell_that_somebody_asks(question: Question) -> None:
    """What was asked stays on the site; the letter only says that somebody waits."""
    for person in holders_of("signposting.look_after"):
        with translation.override(person.language):
            page = reverse("signposting:question", args=[question.pk])
        send(to=person, template=ASKED, context={"page": page}, about=question)


def send_answer(question: Question) -> None:
    with translation.override(question.language):
        pointed = [
            {"name": service.name.text, "page": service.get_absolute_url(), "phone": service.phone}
            for service in question.services.select_related("organisation")
        ]
        page = reverse("signposting:helped", args=[link_token(question)])
    context = {"answer": question.answer, "services": pointed, "page": page}
    send_to_stranger(address=question.email, language=question.language, template=ANSWER, context=context)


def introduce(question: Question, service: Service) -> None:
    """Tell a service of somebody who would like to hear from it: their own words and how to reach them."""
    context = {"words": question.words, "email": question.email, "phone": question.phone}
    send_to_stranger(
        address=service.email, language=question.language, template=INTRODUCTION, context=context
    )
