"""What other rooms tell this one: the letters they write, and who takes in the replies.

A letter is a pair of templates, ``app/letters/name.txt`` and ``app/letters/name.html``. The first extends
``letters/base.txt`` and has the blocks ``subject`` and ``content``; the second extends ``letters/base.html``
and has the block ``content``. Both are read in the person's language, with what `letters.actions.send` is
given, the ``person`` and ``site`` (the address before ``{% url … %}``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from copronet.common_ground.people.models import Person


@dataclass(frozen=True)
class Kind:
    """One kind of letter. ``because`` is the sentence that tells its reader why they get it."""

    template: str
    title: "str | _StrPromise"
    because: "str | _StrPromise"
    can_be_stopped: bool
    is_urgent: bool
    is_farewell: bool
    words_are_kept: bool


@dataclass(frozen=True)
class Reply:
    """What somebody answered to a letter, without what they quoted: to be read as their own words."""

    person: "Person"
    object_type: str
    object_id: str
    text: str


TakeIn = Callable[[Reply], Any]

_kinds: dict[str, Kind] = {}
_inboxes: dict[str, TakeIn] = {}


def add_letter(
    template: str,
    *,
    title: "str | _StrPromise",
    because: "str | _StrPromise",
    can_be_stopped: bool = False,
    urgent: bool = False,
    farewell: bool = False,
    kept: bool = True,
) -> None:
    """Make a letter known. ``because`` is a whole sentence: "You get this because …".

    What can be stopped carries a link and the header for one click. An urgent letter (somebody waits for it)
    goes before others; a farewell goes to somebody who has just left. Where the words are not kept (a code), they
    are gone from here as soon as they are sent.
    """
    _kinds[template] = Kind(template, title, because, can_be_stopped, urgent, farewell, kept)


def letter(template: str) -> Kind:
    """The letter of that name; one that nobody announced is a mistake and raises KeyError."""
    return _kinds[template]


def letters() -> dict[str, Kind]:
    return dict(_kinds)


def add_inbox(purpose: str, take_in: TakeIn) -> None:
    """Replies to letters sent with ``reply_to=purpose`` go to ``take_in(reply)``, each exactly once.

    It runs inside one transaction. When it raises `ActionRefused`, the sender is answered with that sentence.
    """
    _inboxes[purpose] = take_in


def inbox(purpose: str) -> TakeIn:
    return _inboxes[purpose]
