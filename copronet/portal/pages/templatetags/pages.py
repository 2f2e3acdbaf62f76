"""What the pages' templates ask for."""

from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from copronet.common_ground.design.templatetags.components import breadcrumb
from copronet.common_ground.media.models import DocumentFile
from copronet.portal.pages import queries

register = template.Library()


@register.simple_tag
def way_here(page: Page) -> SafeString:
    """The breadcrumb: the pages above this one, then itself."""
    above = [part for link in queries.trail(page) for part in (link.name, link.url)]
    return breadcrumb(*above, page.heading)


@register.simple_tag(takes_context=True)
def page_of_news(context: dict[str, Any]) -> Any:
    request = context.get("request")
    return queries.page_of_news(request.GET.get("page") if request else 1)


@register.simple_tag
def latest_news(limit: int = 3) -> Any:
    return queries.latest_news(limit)


@register.simple_tag
def owed_page(code: str) -> str:
    """The address of a page every site owes its readers: ``{% owed_page "privacy" %}``; empty if it is not there."""
    return queries.address_of(code) or ""


@register.filter
def kind_and_size(document: DocumentFile) -> str:
    """Such as "PDF, 240 KB", for the words of a link."""
    return _("%(kind)s, %(size)s") % {
        "kind": document.file_extension.upper(),
        "size": filesizeformat(document.get_file_size()),
    }
