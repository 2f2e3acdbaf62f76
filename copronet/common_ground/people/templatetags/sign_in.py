"""What every page shows about who is signed in."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.people.queries import must_give_second_factor

register = template.Library()


@register.inclusion_tag("people/demonstration_banner.html", takes_context=True)
def demonstration_banner(context: Context) -> dict[str, Any]:
    """In the demonstration: says that it is one, and who the reader is at the moment."""
    request = context.get("request")
    return {
        "is_demonstration": settings.DEMONSTRATION,
        "person": getattr(request, "user", None),
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag(takes_context=True)
def second_factor_is_due(context: Context) -> bool:
    """Whether the reader holds an office or a power and has no second factor yet."""
    person = context["request"].user
    return not settings.DEMONSTRATION and not context["is_mfa_enabled"] and must_give_second_factor(person)


# Each after those that pretend to be it as well.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@register.filter
def browser_name(user_agent: str) -> str:
    """Browser and system as people know them, for example Firefox, Android."""
    found = [_first(user_agent, names) for names in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in found if name) or str(_("A browser we do not know"))


def _first(user_agent: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
