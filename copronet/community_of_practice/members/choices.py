"""How a membership stands, what moves it, and the words for how a promise is going."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class State(TextChoices):
    """How a membership stands. Only a change of the `TRANSITIONS` leads from one to another."""

    BEGUN = "begun", _("Being filled in")
    APPLIED = "applied", _("Waiting for a welcome")
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    LAPSED = "lapsed", _("Lapsed")
    LEFT = "left", _("Left")


# Whoever is a member now; a pause or a lapse takes nobody's voice away.
MEMBERS = (State.ACTIVE, State.PAUSED, State.LAPSED)


class Kind(TextChoices):
    FULL = "full", _("Member")
    ASSOCIATE = "associate", _("Associate member")


class Talks(TextChoices):
    """The languages in which a member can be talked with."""

    WELSH = "cy", _("Welsh")
    ENGLISH = "en", _("English")
    BOTH = "both", _("Welsh or English")


@dataclass(frozen=True)
class Transition:
    """One way for a membership to change: from which states, to which, and the permission that it takes.

    ``verb`` stands in the journal and reads there as ``meaning``; ``told`` is what the member is written.
    """

    verb: str
    meaning: "str | _StrPromise"
    sources: tuple[State, ...]
    target: State
    permission: str
    button: "str | _StrPromise"
    told: "str | _StrPromise"

    @property
    def code(self) -> str:
        """What stands for it in an address."""
        return self.verb.rpartition(".")[2]


TRANSITIONS = (
    Transition(
        "members.applied",
        _("asked to join"),
        (State.BEGUN,),
        State.APPLIED,
        "members.fill_in",
        _("Ask to join"),
        _("Thank you. We will be in touch soon to welcome you."),
    ),
    Transition(
        "members.welcomed",
        _("welcomed a member"),
        (State.APPLIED,),
        State.ACTIVE,
        "members.look_after",
        _("Welcome them"),
        _("Welcome to the network. You are a member from today."),
    ),
    Transition(
        "members.taken_back",
        _("took back what was sent, to change it"),
        (State.APPLIED,),
        State.BEGUN,
        "members.fill_in",
        _("Change what we sent"),
        _("You can change what you sent, and send it again when you are ready."),
    ),
    Transition(
        "members.paused",
        _("paused a membership"),
        (State.ACTIVE, State.LAPSED),
        State.PAUSED,
        "members.speak_for",
        _("Pause for a while"),
        _("Your membership is paused. Come back whenever you like: your voice stays."),
    ),
    Transition(
        "members.lapsed",
        _("noted that a membership has lapsed"),
        (State.ACTIVE,),
        State.LAPSED,
        "members.look_after",
        _("Note that it has lapsed"),
        _(
            "Your fee has not been settled yet. You are still a member, and we would like to talk with you about it."
        ),
    ),
    Transition(
        "members.resumed",
        _("took part again"),
        (State.PAUSED, State.LAPSED),
        State.ACTIVE,
        "members.resume",
        _("Take part again"),
        _("Good to have you back."),
    ),
    Transition(
        "members.left",
        _("ended a membership"),
        (State.BEGUN, State.APPLIED, State.ACTIVE, State.PAUSED, State.LAPSED),
        State.LEFT,
        "members.speak_for",
        _("Leave the network"),
        _("Your membership has ended. Thank you for all you gave. You can join again whenever you like."),
    ),
    Transition(
        "members.begun_again",
        _("began to join again"),
        (State.LEFT,),
        State.BEGUN,
        "members.speak_for",
        _("Join again"),
        _("Good to see you. What you told us before is still here: look through it and send it."),
    ),
)


class PromiseState(TextChoices):
    MADE = "made", _("Under way")
    KEPT = "kept", _("Kept")
    CHANGED = "changed", _("Changed into another")
    LET_GO = "let_go", _("Let go")


class Going(TextChoices):
    """How a member says it is going. Each answers a letter with one tap."""

    WELL = "well", _("Going well")
    SLOWLY = "slowly", _("Slowly, but going")
    KEPT = "kept", _("Done: the promise is kept")
    STUCK = "stuck", _("Stuck: we would like to talk")
    LET_GO = "let_go", _("We have let it go")


class About(TextChoices):
    """What a member is asked about: twice a year their promise, once a year how their own work changes."""

    PROMISE = "promise", _("How the promise is going")
    PRACTICE = "practice", _("How you are changing your own work")


class InterestKind(TextChoices):
    OFFER = "offer", _("What we can offer")
    REQUEST = "request", _("What we would like")


@dataclass(frozen=True)
class FoundedPrinciples:
    """The first wording of what everybody agrees to who joins."""

    text_cy: str
    text_en: str


PRINCIPLES = FoundedPrinciples(
    "Mae gan bawb rywbeth i'w gynnig, ac rydym yn dechrau o gryfderau pobl.\n"
    "Mae pobl sy'n defnyddio gwasanaethau a phobl sy'n eu rhedeg yn gyfartal: nid oes ni a nhw.\n"
    "Rydym yn rhoi ac yn derbyn, ac yn diolch am amser a phrofiad pobl.\n"
    "Rydym yn gweithio drwy rwydweithiau o bobl, gan rannu grym a gwybodaeth.\n"
    "Rydym yn mesur yr hyn sy'n bwysig i'r bobl dan sylw, ac yn dweud yn onest beth na weithiodd.\n"
    "Mae'r Gymraeg a'r Saesneg yn gyfartal ym mhopeth a wnawn.",
    "Everybody has something to offer, and we begin with people's strengths.\n"
    "People who use services and people who run them are equals: there is no us and them.\n"
    "We give and we receive, and we value people's time and experience.\n"
    "We work through networks of people, and share power and knowledge.\n"
    "We measure what matters to the people concerned, and say honestly what did not work.\n"
    "Welsh and English are equal in all we do.",
)

# The first rule of when a member counts as active: one of these deeds within so many months.
ACTIVE_MONTHS = 12
ACTIVE_VERBS = (
    "members.promised",
    "members.promise_changed",
    "members.progress_told",
    "contributions.gift_confirmed",
)


def months_from(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = first_of_next - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
