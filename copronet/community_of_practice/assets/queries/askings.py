"""Whom to ask whether their entries are still right, whom to ask next, and the signed links of the letters."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from django.core import signing
from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from copronet.common_ground.journal.queries import type_of
from copronet.common_ground.letters.choices import State as LetterState
from copronet.common_ground.letters.models import Letter
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import current, representatives_of
from copronet.community_of_practice.assets.choices import MATTER, Answer
from copronet.community_of_practice.assets.models import Asking, Asset, Question, Report

# One letter tells of everything that is due within these days, so that there is one a year.
GATHER = timedelta(days=60)
NEXT_STEP_AFTER = timedelta(days=21)
LINK_HOLDS = timedelta(days=120)
SALT = "assets.question"

Owner = tuple[Literal["person", "organisation", ""], int]  # what it is and its id; nobody is ("", 0)


def due_by_owner(today: date) -> dict[Owner, list[Asset]]:
    """What to ask each owner about today: everything of theirs that is due soon, where something is due now.

    Whoever was asked within `GATHER` or has not answered yet is not asked anew.
    """
    waiting = Question.objects.filter(asset=OuterRef("pk"), answered_at__isnull=True)
    soon = (
        Asset.objects.filter(~Exists(waiting), withdrawn_on__isnull=True, due_on__lte=today + GATHER)
        .prefetch_related("stewards")
        .order_by("due_on", "id")
    )
    by_owner: dict[Owner, list[Asset]] = defaultdict(list)
    for asset in soon:
        by_owner[owner_of(asset)].append(asset)
    lately = _asked_lately(today)
    return {
        owner: assets
        for owner, assets in by_owner.items()
        if owner not in lately and any(asset.due_on and asset.due_on <= today for asset in assets)
    }


def owner_of(asset: Asset) -> Owner:
    """Who is asked about an asset: whoever has it; for something of a place whoever looks after it, or added it."""
    if asset.organisation_id:
        return "organisation", asset.organisation_id
    stewards = sorted(steward.pk for steward in asset.stewards.all())
    person = asset.person_id or next(iter(stewards), None) or asset.added_by_id
    return ("person", person) if person else ("", 0)


def _asked_lately(today: date) -> set[Owner]:
    asked = Asking.objects.filter(
        Q(asked_on__gt=today - GATHER) | Q(settled_on__isnull=True, handed_on__isnull=True)
    )
    return {
        ("organisation", organisation) if organisation else ("person", person)
        for person, organisation in asked.values_list("person", "organisation")
        if organisation or person
    }


def contacts(asking: Asking) -> list[Person]:
    """Whom the first two letters go to: the person; or whoever answers for the organisation, else all who act."""
    if asking.organisation:
        acting = _acting_for(asking.organisation)
        answering = [person for person, answers in acting if answers]
        return answering or [person for person, _answers in acting]
    return [asking.person] if asking.person and asking.person.standing == Standing.HERE else []


def other_contacts(asking: Asking) -> list[Person]:
    """Whom to ask when they do not answer: others who act for the organisation or the person, and stewards."""
    asked = {person.pk for person in contacts(asking)}
    others: dict[int, Person] = {}
    if asking.organisation:
        others |= {person.pk: person for person, _answers in _acting_for(asking.organisation)}
    if asking.person:
        others |= {person.pk: person for person in _supporters_of(asking.person)}
    assets = asking.questions.values("asset")
    stewards = Person.objects.filter(assets_looked_after__in=assets, standing=Standing.HERE)
    others |= {person.pk: person for person in stewards.distinct()}
    return [person for key, person in sorted(others.items()) if key not in asked]


def _acting_for(organisation: Organisation) -> list[tuple[Person, bool]]:
    return [
        (each.person, each.answers_for_it)
        for each in representatives_of(organisation)
        if each.begins and each.person.standing == Standing.HERE
    ]


def _supporters_of(person: Person) -> QuerySet[Person]:
    acting = Q(supports__supported=person) & current(timezone.localdate(), "supports__")
    in_this = Q(supports__matters=None) | Q(supports__matters__room=MATTER)
    return Person.objects.filter(acting & in_this, standing=Standing.HERE).distinct()


def askings_to_remind(today: date) -> QuerySet[Asking]:
    """Asked three weeks ago, by letters that arrived."""
    return _open().filter(
        ~_came_back(),
        asked_on__lte=today - NEXT_STEP_AFTER,
        reminded_on__isnull=True,
        passed_on__isnull=True,
        handed_on__isnull=True,
    )


def askings_to_pass_on(today: date) -> QuerySet[Asking]:
    """Reminded three weeks ago; or a letter came back, and waiting helps nobody."""
    return _open().filter(
        Q(reminded_on__lte=today - NEXT_STEP_AFTER) | _came_back(),
        passed_on__isnull=True,
        handed_on__isnull=True,
    )


def askings_to_hand_on(today: date) -> QuerySet[Asking]:
    """Another contact was asked three weeks ago, and has not answered either."""
    return _open().filter(passed_on__lte=today - NEXT_STEP_AFTER, handed_on__isnull=True)


def _open() -> QuerySet[Asking]:
    waiting = Asking.objects.filter(settled_on__isnull=True)
    return waiting.select_related("person", "organisation").order_by("id")


def _came_back() -> Q:
    came_back = Letter.objects.filter(object_type=type_of(Asking()), state=LetterState.BOUNCED)
    return Q(pk__in=came_back.annotate(asking=Cast("object_id", BigIntegerField())).values("asking"))


def questions_for_somebody() -> QuerySet[Question]:
    """What waits for a person: questions that nobody answered, and entries said to need changing."""
    handed = Q(answered_at__isnull=True, asking__handed_on__isnull=False)
    to_change = Q(answer=Answer.CHANGED, done_on__isnull=True)
    return (
        Question.objects.filter(handed | to_change, asset__withdrawn_on__isnull=True)
        .select_related("asset__organisation", "asset__person", "asking")
        .order_by("id")
    )


def latest_reports() -> QuerySet[Report]:
    """What readers said looks out of date, newest first: as many as somebody reads at one sitting."""
    return Report.objects.select_related("asset").order_by("-id")[:20]


def link_token(question: Question, person: Person) -> str:
    """What a link in a letter carries: which question, and who answers."""
    return signing.TimestampSigner(salt=SALT).sign_object([question.pk, person.pk])


def read_token(token: str) -> tuple[Question, Person] | None:
    """The question and the person of a link; None for one that is not ours or that has expired."""
    try:
        question, person = signing.TimestampSigner(salt=SALT).unsign_object(token, max_age=LINK_HOLDS)
    except (signing.BadSignature, ValueError):
        return None
    found = Question.objects.select_related("asset__organisation", "asset__person", "asking")
    both = found.filter(pk=question).first(), Person.objects.filter(pk=person, is_active=True).first()
    return (both[0], both[1]) if both[0] and both[1] else None


def open_questions(asking: Asking) -> Iterable[Question]:
    """The questions still to be answered, by their numbers in the letter."""
    waiting = asking.questions.filter(answered_at__isnull=True).select_related("asset")
    return waiting.prefetch_related("asset__areas").order_by("number")
