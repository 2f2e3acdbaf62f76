"""What this room shows on others' pages: a promise on a member's page, one's membership, who waits for a welcome."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import holds

from .queries import membership_of, memberships_of, promise_of, waiting_for_a_welcome
from .queries.askings import wishing_to_talk


def on_the_page_of(request: HttpRequest, about: Person | Organisation) -> str:
    """A member's shared promise and how it goes; the way to the membership for those who may fill it in."""
    membership = membership_of(about)
    if membership is None:
        return ""
    may_open = request.user.is_authenticated and request.user.has_perm("members.fill_in", membership)
    if not (membership.is_member or may_open):
        return ""
    promise = promise_of(membership) if membership.is_member else None
    shown = promise if promise and promise.is_shared else None
    notes = shown.notes.filter(is_shared=True).select_related("picture")[:3] if shown else []
    values = {"membership": membership, "promise": shown, "notes": notes, "may_open": may_open}
    return render_to_string("members/panel.html", values, request)


def on_the_record(request: HttpRequest, about: Person) -> str:
    """For the staff, from a person's record: on to the membership, or to typing in their paper form."""
    if not holds(request.user, "members.look_after"):
        return ""
    return render_to_string(
        "members/record_panel.html", {"membership": membership_of(about), "person": about}
    )


def on_my_page(request: HttpRequest, _about: Any) -> str:
    """My memberships, or the invitation to join."""
    if not isinstance(request.user, Person):
        return ""
    values = {"memberships": memberships_of(request.user)}
    return render_to_string("members/my_panel.html", values, request)


def on_the_workbench(request: HttpRequest, _about: Any) -> str:
    """Who waits for a welcome, and who is stuck and would like to talk."""
    if not holds(request.user, "members.look_after"):
        return ""
    waiting = waiting_for_a_welcome()
    values = {"count": waiting.count(), "waiting": waiting[:5], "talks": wishing_to_talk()[:5]}
    return render_to_string("members/workbench_panel.html", values, request)
