"""The components of every page. docs/design.md shows each with an example; the gallery shows each alive."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from copronet.common_ground.design import registry
from copronet.common_ground.design.adapters import BoundField, bound_pairs, folded_fields

register = template.Library()

SWITCH_FORM = "switch_form"


def _render(component: str, **values: Any) -> SafeString:
    return render_to_string(f"components/{component}.html", values)


# --- forms -------------------------------------------------------------------------------------


@register.simple_block_tag(takes_context=True)
def form(
    context: dict[str, Any],
    content: str,
    form: BaseForm | None = None,
    *,
    name: str = "form",
    action: str = "",
) -> SafeString:
    """A form that sends by POST; ``name`` is its id.

    The language switch in the header becomes a button of it, so that nothing typed is lost.
    """
    request = context.get("request")
    if request is not None:
        setattr(request, SWITCH_FORM, name)
    values = {"content": content, "form": form, "name": name, "action": action}
    return render_to_string("components/form_element.html", values, request=request)


@register.simple_tag(takes_context=True)
def form_to_switch(context: dict[str, Any]) -> str:
    """The id of the form that the language switch belongs to, or nothing."""
    return str(context.get(SWITCH_FORM) or getattr(context.get("request"), SWITCH_FORM, ""))


@register.simple_block_tag
def page_content(content: str) -> str:
    """The page below the header, made before it, so that the header knows whether there is a form."""
    return content


@register.filter
def in_pairs(form: BaseForm) -> list[tuple[BoundField, ...]]:
    folded = folded_fields(form)
    return [fields for fields in bound_pairs(form) if fields[0] not in folded]


@register.filter
def folded_pairs(form: BaseForm) -> list[tuple[BoundField, ...]]:
    """What few people fill in: the form names it in ``folded``, and in ``folded_title`` what it is."""
    folded = folded_fields(form)
    return [fields for fields in bound_pairs(form) if fields[0] in folded]


@register.filter
def is_open(folded: list[tuple[BoundField, ...]]) -> bool:
    """Whether something folded away is to be seen: it is filled in, or wrong."""
    return any(field.errors or field.is_filled for fields in folded for field in fields)


@register.simple_tag
def pair(form: BaseForm, name: str) -> SafeString:
    """The two sides of one content, Welsh first: ``{% pair form "name" %}``."""
    return _render("pair", welsh=form[f"{name}_cy"], english=form[f"{name}_en"])


@register.simple_tag
def error_summary(form: BaseForm) -> SafeString:
    return _render("error_summary", form=form, id=f"{form.prefix or 'form'}-errors")


@register.simple_tag(takes_context=True)
def panels(context: dict[str, Any], place: str, about: Any = None) -> SafeString:
    """What other rooms show in this place: ``{% panels "organisation" organisation %}``."""
    return mark_safe("".join(registry.panels(place, context["request"], about)))  # noqa: S308  (made by templates)


# --- what a page is made of --------------------------------------------------------------------


@register.simple_block_tag
def page_header(content: str, title: Any, kicker: Any = "", level: int = 1) -> SafeString:
    """The one h1 of a page, and under it what the page is for."""
    return _render("page_header", content=content, title=title, kicker=kicker, level=level)


@register.simple_tag
def breadcrumb(*steps: str) -> SafeString:
    """Names and addresses in turn, from the top: ``{% breadcrumb _("Our plan") plan_url _("Budget") %}``."""
    names, addresses = steps[::2], [*steps[1::2], ""]
    return _render("breadcrumb", steps=list(zip(names, addresses, strict=False)))


@register.simple_tag
def icon(name: str) -> SafeString:
    return _render(f"icons/{name}")


@register.simple_block_tag
def notice(content: str, kind: str = "information", title: str = "") -> SafeString:
    """``kind``: information, success, warning or error; said in words to those who cannot see the colour."""
    return _render("notice", content=content, kind=kind, title=title)


@register.simple_tag
def tag(name: Any, colour: str = "") -> SafeString:
    """``colour``: mor, cen, grug, pabi, stop or none. Never the only sign: the word says it."""
    return _render("tag", name=name, colour=colour)


@register.simple_block_tag
def data_table(content: str, caption: Any, *, name: str = "") -> SafeString:
    """Rows with a caption, in a region that scrolls sideways by keyboard where the page is narrow.

    ``name`` makes its id when two tables of a page have the same caption.
    """
    return _render("data_table", content=content, caption=caption, id=f"table-{name or slugify(caption)}")


@register.simple_block_tag
def tabs(content: str, label: Any) -> SafeString:
    """Views of one thing, each with its own address: fill with ``{% tab %}``."""
    return _render("tabs", content=content, label=label)


@register.simple_tag(takes_context=True)
def tab(context: dict[str, Any], name: Any, address: str, *, current: bool | None = None) -> SafeString:
    request = context.get("request")
    here = request.get_full_path() == address if current is None and request else bool(current)
    return _render("tab", name=name, address=address, here=here)


@register.simple_block_tag
def disclosure(content: str, summary: Any, *, is_open: bool = False) -> SafeString:
    return _render("disclosure", content=content, summary=summary, is_open=is_open)


@register.simple_block_tag
def question(content: str, title: str, back: str, back_name: Any = "") -> SafeString:
    """Asks before a deed that is hard to undo; a link with ``data-dialog`` opens it over the page."""
    return _render("question", content=content, title=title, back=back, back_name=back_name)


@register.simple_tag(takes_context=True)
def pagination(context: dict[str, Any], page: Page[Any], key: str = "page") -> SafeString:
    """Real links to the other pages of a list; the rest of the address stays."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    steps = [
        (number, _with(query, key, number)) if isinstance(number, int) else (None, "")
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    before = _with(query, key, page.previous_page_number()) if page.has_previous() else ""
    after = _with(query, key, page.next_page_number()) if page.has_next() else ""
    return _render("pagination", page=page, steps=steps, before=before, after=after)


def _with(query: Any, key: str, number: int) -> str:
    if query is None:
        return f"?{key}={number}"
    query[key] = number
    return f"?{query.urlencode()}"


@register.simple_block_tag
def timeline(content: str, label: Any = "") -> SafeString:
    return _render("timeline", content=content, label=label)


@register.simple_block_tag
def moment(content: str, title: Any, when: Any = "", state: str = "", level: int = 3) -> SafeString:
    """``state``: done, now, or nothing for what is to come; the word is written out."""
    return _render("moment", content=content, title=title, when=when, state=state, level=level)


@register.simple_block_tag
def cards(content: str) -> SafeString:
    return _render("cards", content=content)


@register.simple_block_tag
def card(content: str, title: Any, address: str, colour: str = "", level: int = 3) -> SafeString:
    return _render("card", content=content, title=title, address=address, colour=colour, level=level)


@register.simple_tag
def progress(value: float, of: float, label: Any) -> SafeString:
    return _render("progress", value=value, of=of, label=label)


@register.simple_tag
def steps(current: int, *names: Any) -> SafeString:
    """Where we are in a task of several pages, counted from 1; the names one by one, or a list of them."""
    if len(names) == 1 and isinstance(names[0], list):
        names = tuple(names[0])
    states = [
        "done" if number < current else "now" if number == current else ""
        for number in range(1, len(names) + 1)
    ]
    return _render("steps", steps=list(zip(names, states, strict=True)))


@register.simple_block_tag
def empty_state(content: str, title: Any) -> SafeString:
    """An invitation to take the first step."""
    return _render("empty_state", content=content, title=title)
