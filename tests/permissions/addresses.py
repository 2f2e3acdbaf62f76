"""Every address of the project, read from Django's resolver."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, get_resolver
from django.utils.translation import override

# Whole branches that a library guards itself; one test each shows that strangers are turned away.
BRANCHES_OF_LIBRARIES = ("/workbench-pages/",)


def names() -> list[str]:
    """The names under which addresses are known; the whole address where there is no name."""
    with override("en"):
        return sorted(set(_walk(get_resolver().url_patterns, "", "/")))


def _walk(patterns: list[Any], namespace: str, before: str) -> Iterator[str]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if address.startswith(BRANCHES_OF_LIBRARIES):
            continue
        if isinstance(pattern, URLPattern):
            yield namespace + pattern.name if pattern.name else address
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner, address)
