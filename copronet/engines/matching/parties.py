"""What is offered, what is asked for, and the reasons why the two may meet."""

from dataclasses import dataclass
from enum import StrEnum

Id = int | str


@dataclass(frozen=True)
class Side:
    """What is said of an offer and of a request alike, in codes of the caller's own.

    No ``places`` means anywhere, no ``times`` means any time. ``access`` holds the needs that an offer meets,
    or that a request has to have met.
    """

    id: Id
    party: Id
    languages: frozenset[str]
    themes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    online: bool = False
    times: frozenset[str] = frozenset()
    access: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Offer(Side):
    """Something that a party could give.

    ``room`` is for how many requests it may be suggested at once, ``asked`` how often it was before.
    """

    room: int = 3
    asked: int = 0


@dataclass(frozen=True)
class Request(Side):
    """Something that a party asks for. ``waiting``: the days since it was made."""

    waiting: int = 0


class Why(StrEnum):
    """Why an offer is suggested for a request; what stands beside it as values."""

    THEMES = "themes"  # both name them: their codes
    WORDS = "words"  # what the two wrote is alike: the likeness in hundredths
    PLACES = "places"  # both name them: their codes
    ANYWHERE = "anywhere"  # one of them comes to wherever the other is
    ONLINE = "online"  # both can meet online
    TIMES = "times"  # both are free then: their codes
    LANGUAGES = "languages"  # both speak them: their codes
    ACCESS = "access"  # needs that are met: their codes
    NOT_YET_ASKED = "not_yet_asked"  # this offer was never suggested before


@dataclass(frozen=True)
class Reason:
    """One reason, with the codes or the number to say it with."""

    why: Why
    values: tuple[str, ...] | tuple[int, ...] = ()
