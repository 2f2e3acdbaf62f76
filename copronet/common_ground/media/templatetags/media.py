"""Showing a picture, wherever one is shown."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from copronet.common_ground.media.models import Picture

register = template.Library()

SIZES = (480, 960, 1600)


@register.simple_tag
def picture(picture: Picture | None, *, sizes: str = "(min-width: 60rem) 42rem, 100vw") -> SafeString | str:
    """The picture in the size that suits the reader's screen, in words for those who do not see it.

    A picture of people whose agreement is missing, or was withdrawn, is not shown anywhere.
    """
    if picture is None or not picture.may_be_published:
        return ""
    renditions = picture.get_renditions(*(f"width-{width}" for width in SIZES))
    shown = list(renditions.values())
    words = picture.alternative
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" lang="{}" loading="lazy">',
        shown[1].url,
        ", ".join(f"{each.url} {each.width}w" for each in shown),
        sizes,
        shown[1].width,
        shown[1].height,
        words.text,
        words.language.value,
    )
