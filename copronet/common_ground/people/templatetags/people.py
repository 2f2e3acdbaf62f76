"""For whom the reader acts, on every page; and a person's name, as a link where the reader may follow it."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import may_be_read
from copronet.common_ground.people.registry import ACTING_FOR

register = template.Library()


@register.inclusion_tag("people/acting_for.html", takes_context=True)
def acting_for(context: dict[str, Any]) -> dict[str, Any]:
    """The organisation or person that deeds are done for; costs nothing for those who act for themselves."""
    request = context.get("request")
    session = getattr(request, "session", {})
    if request is None or not session.get(ACTING_FOR):
        return {"whom": None}
    return {
        "whom": request.actor.for_organisation or request.actor.for_person,
        "csrf_token": context.get("csrf_token"),
        "request": request,
    }


@register.simple_tag(takes_context=True)
def named(context: dict[str, Any], person: Person) -> SafeString:
    """A name, with a link to the page of whoever has opened it to this reader."""
    request = context.get("request")
    if request is None or not may_be_read(person, request.user):
        return format_html("{}", person)
    return format_html('<a href="{}">{}</a>', reverse("people:person", args=[person.pk]), person)


@register.filter
def is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)
