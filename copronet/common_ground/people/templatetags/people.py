"""For whom the reader acts, on every page; and a person's name, as a link where the reader may follow it."""

from datetime import date, datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people import registry
from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import may_be_read
from copronet.common_ground.people.registry import ACTING_FOR

register = template.Library()

# What the parts of somebody's data are called on the page that shows them; the file keeps the codes.
CALLED = {
    "people": _("My record"),
    "consents": _("My consents"),
    "sign_in": _("How I sign in"),
    "deeds": _("What I have done"),
    "letters": _("Letters to me"),
    "number": _("Number"),
    "details": _("My details"),
    "capacities": _("I take part as"),
    "offices": _("Offices"),
    "powers": _("Powers given to me"),
    "organisations": _("Organisations I act for"),
    "acting_for": _("People I act for"),
    "acted_for_by": _("Who acts for me"),
    "guardian": _("Parent or guardian"),
    "identity_checked": _("Identity checked"),
    "name": _("Name"),
    "email": _("E-mail address"),
    "language": _("Language"),
    "pronouns": _("Pronouns"),
    "phone": _("Phone"),
    "postal_address": _("Postal address"),
    "reached_by": _("Best way to reach you"),
    "area": _("Area"),
    "level": _("Where I stand in my work"),
    "access_needs": _("Access needs"),
    "seen_by": _("Who can see my page"),
    "turns_18_on": _("Eighteenth birthday"),
    "standing": _("Standing"),
    "standing_since": _("Standing since"),
    "merged_into": _("Kept under another record"),
    "forgotten_at": _("Details removed"),
    "joined_at": _("Joined"),
    "is_active": _("May sign in"),
    "last_login": _("Last signed in"),
    "office": _("Office"),
    "person": _("Person"),
    "begins": _("From"),
    "ends": _("Until"),
    "decision_cy": _("Decision, in Welsh"),
    "decision_en": _("Decision, in English"),
    "power": _("Power"),
    "organisation": _("Organisation"),
    "role_cy": _("Role, in Welsh"),
    "role_en": _("Role, in English"),
    "answers_for_it": _("Answers for the organisation"),
    "asked_at": _("Asked"),
    "supported": _("Who is acted for"),
    "supporter": _("Who acts"),
    "agreed": _("How they agreed"),
    "matters": _("What the supporter may do"),
    "scope": _("What else you agreed"),
    "reached_at": _("How to reach them"),
    "checked_by": _("Checked by"),
    "how": _("How"),
    "at": _("When"),
    "about": _("What it is about"),
    "wording_cy": _("Wording, in Welsh"),
    "wording_en": _("Wording, in English"),
    "answer": _("Answer"),
    "given": _("How it was given"),
    "addresses": _("Addresses"),
    "second_factors": _("Second factors and passkeys"),
    "accounts_elsewhere": _("Accounts elsewhere"),
    "browsers": _("Browsers where my account is open"),
    "verified": _("Confirmed"),
    "primary": _("First address"),
    "type": _("Kind"),
    "created_at": _("Made"),
    "last_used_at": _("Last used"),
    "provider": _("With whom"),
    "uid": _("Their number for me"),
    "date_joined": _("Since"),
    "ip": _("Network address"),
    "user_agent": _("Browser"),
    "last_seen_at": _("Last seen"),
    "verb": _("What was done"),
    "object_type": _("Part of the site"),
    "object_id": _("Number of the record"),
    "actor_id": _("Who did it"),
    "for_person_id": _("For whom"),
    "template": _("Kind of letter"),
    "state": _("State"),
    "address": _("Address"),
    "subject": _("Subject"),
    "text": _("Text"),
    "written": _("Written"),
    "sent": _("Sent"),
}


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


@register.filter
def called(code: str) -> Any:
    """The name of a part of somebody's data; its code while the room that holds it gave no name."""
    return CALLED.get(code) or registry.called().get(code, code)


@register.filter
def said(value: Any) -> Any:
    """One held value as people read it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return date_format(value, "DATE_FORMAT") if isinstance(value, date) else value
