"""Who acts in this request, and in what capacity."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from copronet.common_ground.journal.actions import Actor

from .models import Person
from .queries import organisations_of, supported_by
from .registry import ACTING_FOR


class ActingPerson:
    """Gives each request an ``actor``; it is looked up only where a deed is done or a page says for whom."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: acting(request))  # type: ignore[attr-defined]  # the request's own
        return self.get_response(request)


def acting(request: HttpRequest) -> Actor:
    """The signed-in person as an actor; a capacity that has ended in the meantime is dropped."""
    person = request.user
    if not isinstance(person, Person):
        return Actor(person=None)
    kind, key = request.session.get(ACTING_FOR, ("", None))
    if kind == "organisation":
        return Actor(person, for_organisation=organisations_of(person).filter(pk=key).first())
    if kind == "person":
        return Actor(person, for_person=supported_by(person).filter(pk=key).first())
    return Actor(person)
