"""Every address of the project, read from Django's resolver."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, get_resolver

# Whole branches that a library guards itself; one test each shows that strangers are turned away.
BRANCHES_OF_LIBRARIES = ("workbench-pages/",)


def names() -> list[str]:
    """The names under which addresses are known; the route itself where there is no name."""
    return sorted(set(_walk(get_resolver().url_patterns, "")))


def _walk(patterns: list[Any], namespace: str) -> Iterator[str]:
    for pattern in patterns:
        route = str(pattern.pattern)
        if route.startswith(BRANCHES_OF_LIBRARIES):
            continue
        if isinstance(pattern, URLPattern):
            yield namespace + pattern.name if pattern.name else route
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner)
