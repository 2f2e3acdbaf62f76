"""Whom to ask today, whom to remind, and the signed links by which an asking is answered."""

from datetime import date, timedelta

from django.core import signing
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.members.choices import About, Going, PromiseState, State, months_from
from copronet.community_of_practice.members.models import Asking, Membership, ProgressNote, Promise

ASK_EVERY = 6  # months between two questions about a promise
SHOW_EVERY = 12  # months between two questions about one's own work
REMIND_AFTER = timedelta(days=21)
LET_BE_AFTER = timedelta(days=60)
APART = timedelta(days=30)  # two letters to one member are at least so far apart
LINK_HOLDS = timedelta(days=90)
SALT = "members.asking"

# Whoever has paused is not asked.
ASKED = (State.ACTIVE, State.LAPSED)


def promises_to_ask_about(today: date) -> QuerySet[Promise]:
    """Promises under way for half a year, or half a year after they were last asked about."""
    then = months_from(today, -ASK_EVERY)
    lately = Asking.objects.filter(promise=OuterRef("pk"), asked_on__gt=then)
    return (
        Promise.objects.filter(
            ~Exists(lately),
            state=PromiseState.MADE,
            made_on__lte=then,
            membership__state__in=ASKED,
        )
        .filter(_still_here("membership__"))
        .exclude(Exists(_open(About.PROMISE, "membership")))
        .select_related("membership__person", "membership__organisation")
        .order_by("id")
    )


def members_to_ask_about_practice(today: date) -> QuerySet[Membership]:
    """Members of a year or longer who were not asked about their own work for a year, nor anything lately."""
    then = months_from(today, -SHOW_EVERY)
    lately = Asking.objects.filter(
        Q(about=About.PRACTICE, asked_on__gt=then) | Q(asked_on__gt=today - APART), membership=OuterRef("pk")
    )
    return (
        Membership.objects.filter(~Exists(lately), state__in=ASKED, welcomed_on__lte=then)
        .filter(_still_here())
        .exclude(Exists(_open(About.PRACTICE, "pk")))
        .select_related("person", "organisation")
        .order_by("id")
    )


def _still_here(prefix: str = "") -> Q:
    """An organisation, or a person who is with the network: whoever has left it as a person is asked no more."""
    return Q(**{f"{prefix}person__isnull": True}) | Q(**{f"{prefix}person__standing": Standing.HERE})


def _open(about: About, membership: str) -> QuerySet[Asking]:
    return Asking.objects.filter(
        membership=OuterRef(membership), about=about, answered_at__isnull=True, let_be_on__isnull=True
    )


def askings_to_remind(today: date) -> QuerySet[Asking]:
    """Asked three weeks ago, neither answered nor reminded; of those who would still be asked."""
    return _waiting().filter(
        asked_on__lte=today - REMIND_AFTER, reminded_on__isnull=True, membership__state__in=ASKED
    )


def askings_to_let_be(today: date) -> QuerySet[Asking]:
    """Asked two months ago without an answer, and reminded, or no longer to be asked."""
    over = Q(reminded_on__isnull=False) | ~Q(membership__state__in=ASKED)
    return _waiting().filter(over, asked_on__lte=today - LET_BE_AFTER)


def _waiting() -> QuerySet[Asking]:
    waiting = Asking.objects.filter(answered_at__isnull=True, let_be_on__isnull=True)
    return waiting.select_related("membership__person", "membership__organisation").order_by("id")


def link_token(asking: Asking, person: Person) -> str:
    """What a link in a letter carries: which asking, and who answers."""
    return signing.TimestampSigner(salt=SALT).sign_object([asking.pk, person.pk])


def read_token(token: str) -> tuple[Asking, Person] | None:
    """The asking and the person of a link; None for one that is not ours or that has expired."""
    try:
        asking, person = signing.TimestampSigner(salt=SALT).unsign_object(token, max_age=LINK_HOLDS)
    except (signing.BadSignature, ValueError):
        return None
    found = Asking.objects.select_related("membership__person", "membership__organisation", "promise")
    both = found.filter(pk=asking).first(), Person.objects.filter(pk=person, is_active=True).first()
    return (both[0], both[1]) if both[0] and both[1] else None


def wishing_to_talk() -> QuerySet[ProgressNote]:
    """Members whose latest word on their promise is that they are stuck, longest waiting first."""
    latest = ProgressNote.objects.filter(membership=OuterRef("membership"), about=About.PROMISE)
    return (
        ProgressNote.objects.filter(
            pk=Subquery(latest.order_by("-id").values("pk")[:1]),
            going=Going.STUCK,
            membership__state__in=ASKED,
        )
        .select_related("membership__person", "membership__organisation")
        .order_by("id")
    )
