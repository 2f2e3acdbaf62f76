"""Pages, their addresses in both languages, and the root they hang from."""

from .addresses import Address
from .kinds import ContentPage, NewsIndexPage, NewsPage, RootPage

__all__ = ["Address", "ContentPage", "NewsIndexPage", "NewsPage", "RootPage"]
