"""Reading numbers from addresses."""

import re

from django.http import HttpRequest


def number_in(request: HttpRequest, name: str) -> int | None:
    """A whole number from the address; None for anything that is not one."""
    text = request.GET.get(name, "")
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None
