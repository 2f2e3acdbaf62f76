"""For whom somebody may act: organisations and people."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Organisation, Person, Representation, Support

from .powers import current


def organisations_of(person: Person) -> QuerySet[Organisation]:
    """The organisations a person may act for today."""
    day = timezone.localdate()
    return Organisation.objects.filter(
        Q(representations__person=person) & current(day, "representations__")
    ).distinct()


def supported_by(person: Person, *, matter: str | None = None) -> QuerySet[Person]:
    """The people who have asked this person to act for them, today: in one matter, or in any."""
    asked = Q(supported_by__supporter=person) & current(timezone.localdate(), "supported_by__")
    if matter:
        asked &= Q(supported_by__matters=None) | Q(supported_by__matters__room=matter)
    return Person.objects.filter(asked, standing=Standing.HERE).distinct()


def supports_of(person: Person) -> QuerySet[Support]:
    """Everything asked or agreed between this person and others that has not ended, newest first."""
    open_today = Q(ends__isnull=True) | Q(ends__gt=timezone.localdate())
    return (
        Support.objects.filter(open_today, Q(supported=person) | Q(supporter=person))
        .select_related("supported", "supporter")
        .prefetch_related("matters")
        .order_by("-id")
    )


def answers_for(person: Person, organisation: Organisation) -> bool:
    """Whether this person is the one who answers for the organisation today."""
    return organisation.representations.filter(
        current(timezone.localdate()), person=person, answers_for_it=True
    ).exists()


def representatives_of(organisation: Organisation) -> QuerySet[Representation]:
    """Those who act for it and those asked to: whoever answers for it first, then by how long they have."""
    open_today = Q(ends__isnull=True) | Q(ends__gt=timezone.localdate())
    return (
        organisation.representations.filter(open_today)
        .select_related("person")
        .order_by("-answers_for_it", "begins", "id")
    )


def organisations_without_answer() -> QuerySet[Organisation]:
    """The organisations for which nobody answers today."""
    answering = Representation.objects.filter(
        current(timezone.localdate()), organisation=OuterRef("pk"), answers_for_it=True
    )
    return Organisation.objects.filter(~Exists(answering), merged_into=None)


def representations_of(person: Person) -> QuerySet[Representation]:
    """The organisations a person acts for or is asked to, with the role in each."""
    open_today = Q(ends__isnull=True) | Q(ends__gt=timezone.localdate())
    return person.representations.filter(open_today).select_related("organisation").order_by("id")


def offers_for_staff() -> QuerySet[Representation]:
    """Offers to act for organisations for which nobody answers, longest waiting first."""
    waiting = Representation.objects.filter(is_offer=True, begins__isnull=True, ends__isnull=True)
    without = waiting.filter(organisation__in=organisations_without_answer())
    return without.select_related("person", "organisation").order_by("id")
