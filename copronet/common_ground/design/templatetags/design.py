"""What every page asks of the design system."""

from django import template
from django.http import HttpRequest
from django.urls import translate_url

register = template.Library()


@register.filter
def language_pair(request: HttpRequest) -> list[tuple[str, str]]:
    """Welsh and English addresses of the page being read, same object and same query, Welsh first."""
    address = request.get_full_path()
    return [(code, translate_url(address, code)) for code in ("cy", "en")]
