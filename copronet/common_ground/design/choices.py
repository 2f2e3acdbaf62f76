"""The pages of the gallery: one for each component, in the order a page meets them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Component:
    """``key`` names the example's template and the address; ``use`` says when to choose it."""

    key: str
    address: "_StrPromise"
    name: "_StrPromise"
    use: "_StrPromise"


COMPONENTS = (
    Component(
        "colours",
        pgettext_lazy("address", "colours/"),
        _("Colours"),
        _("Use a colour for its role, never for its looks, and never alone: a word always says it too."),
    ),
    Component(
        "type",
        pgettext_lazy("address", "type/"),
        _("Letters and text"),
        _("Write in plain HTML: headings in order, short paragraphs, one main thing to a page."),
    ),
    Component(
        "page_header",
        pgettext_lazy("address", "page-header/"),
        _("Page header"),
        _("Begin every page with it: what the page is called, and in one sentence what it is for."),
    ),
    Component(
        "language_switch",
        pgettext_lazy("address", "language-switch/"),
        _("Language switch"),
        _("It is on every page already, and keeps you exactly where you are."),
    ),
    Component(
        "breadcrumb",
        pgettext_lazy("address", "breadcrumb/"),
        _("The way here"),
        _("Use it on every page below the front page, so that people see where they are."),
    ),
    Component(
        "forms",
        pgettext_lazy("address", "forms/"),
        _("Forms"),
        _("Ask only what is needed, once, and say why. A mistake comes back in place with what was typed."),
    ),
    Component(
        "pairs",
        pgettext_lazy("address", "both-languages/"),
        _("Writing in both languages"),
        _("Use it for every content that is kept in Welsh and English: Welsh first, both the same size."),
    ),
    Component(
        "dates_and_times",
        pgettext_lazy("address", "dates-and-times/"),
        _("Dates and times"),
        _("Use it to ask for a day that people know or choose. Show an example beside it."),
    ),
    Component(
        "files",
        pgettext_lazy("address", "files/"),
        _("Sending a file"),
        _("Use it to ask for a picture or a document. Say first which kinds and what size will do."),
    ),
    Component(
        "buttons",
        pgettext_lazy("address", "buttons/"),
        _("Buttons"),
        _("Use a button for a deed and a link for a place. One main button to a page."),
    ),
    Component(
        "tables",
        pgettext_lazy("address", "tables/"),
        _("Tables"),
        _("Use a table to compare. Its caption says what it shows; numbers stand under each other."),
    ),
    Component(
        "tabs",
        pgettext_lazy("address", "tabs/"),
        _("Tabs and folds"),
        _("Use tabs for views of one thing, each with its own address; fold away what only some need."),
    ),
    Component(
        "tags",
        pgettext_lazy("address", "tags/"),
        _("Tags"),
        _("Use a tag for a state or a kind, in one or two words."),
    ),
    Component(
        "notices",
        pgettext_lazy("address", "notices/"),
        _("Notices"),
        _("Use a notice for what people must not miss: what happened, what is safe, what to do next."),
    ),
    Component(
        "question",
        pgettext_lazy("address", "questions/"),
        _("Questions before a deed"),
        _("Ask before anything that cannot be undone, and say what will happen."),
    ),
    Component(
        "pagination",
        pgettext_lazy("address", "pages-of-a-list/"),
        _("Pages of a list"),
        _("Use it for every list that can grow: real links, never an endless scroll."),
    ),
    Component(
        "timeline",
        pgettext_lazy("address", "timeline/"),
        _("Timeline"),
        _("Use it for what happened, what is happening and what is to come, in order."),
    ),
    Component(
        "cards",
        pgettext_lazy("address", "cards/"),
        _("Cards"),
        _("Use cards only where people pick one thing from several."),
    ),
    Component(
        "facts",
        pgettext_lazy("address", "facts/"),
        _("Facts"),
        _("Use it for the few facts of one thing: when, where, who."),
    ),
    Component(
        "progress",
        pgettext_lazy("address", "progress/"),
        _("Progress"),
        _("Use it to show how far a task or a plan has come, always with the numbers in words."),
    ),
    Component(
        "empty_state",
        pgettext_lazy("address", "empty/"),
        _("Nothing here yet"),
        _("Use it where a list is empty: invite the first step."),
    ),
    Component(
        "chart",
        pgettext_lazy("address", "charts/"),
        _("Charts"),
        _("Use a chart when its shape says more than its numbers; one sentence reads it, a table follows."),
    ),
    Component(
        "tile_map",
        pgettext_lazy("address", "map-of-wales/"),
        _("Map of Wales"),
        _("Use it to show how something differs between areas without showing anybody's home."),
    ),
    Component(
        "error_pages",
        pgettext_lazy("address", "error-pages/"),
        _("Error pages"),
        _("People see these when something went wrong; each says what is safe and what to do next."),
    ),
)
