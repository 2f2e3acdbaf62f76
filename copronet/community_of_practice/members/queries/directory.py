"""The directory of members who wish to be seen, and what they promised and tell."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.choices import SeenBy, Standing
from copronet.common_ground.people.models import Person
from copronet.community_of_practice.members.choices import MEMBERS, About, PromiseState, Talks
from copronet.community_of_practice.members.models import Membership, ProgressNote, Promise

Reader = Any

# All that is needed to name a member, to know who may follow the name to their page, and to say where they are.
NAMED = (
    "person__name",
    "person__seen_by",
    "person__standing",
    "person__area__name_cy",
    "person__area__name_en",
    "organisation__name_cy",
    "organisation__name_en",
    "organisation__area__name_cy",
    "organisation__area__name_en",
)


def people_seen_by(reader: Reader, prefix: str = "person__") -> Q:
    """The condition that a person's page is open to this reader."""
    open_to = [SeenBy.EVERYONE, SeenBy.MEMBERS] if isinstance(reader, Person) else [SeenBy.EVERYONE]
    return Q(**{f"{prefix}seen_by__in": open_to, f"{prefix}standing": Standing.HERE})


def listed(reader: Reader) -> QuerySet[Membership]:
    """The members whom the directory shows to this reader, in the order of the reader's alphabet: ``in_order``."""
    shown = Q(organisation__isnull=False) | people_seen_by(reader)
    members = Membership.objects.filter(shown, is_listed=True, state__in=MEMBERS)
    return members.annotate(in_order=_name()).order_by("in_order", "id")


def _name() -> Coalesce:
    return Coalesce(f"organisation__sort_key_{reading_language().value}", "person__sort_key")


def in_full(leaf: QuerySet[Membership]) -> QuerySet[Membership]:
    """One leaf of a directory with what its page shows of each, and no more.

    Asked for apart, because putting thousands in order is quick while only their names are looked at.
    """
    made = Promise.objects.filter(state=PromiseState.MADE, is_shared=True)
    shared = made.only("membership", "words_cy", "words_en")
    return (
        Membership.objects.filter(pk__in=leaf.values("pk"))
        .select_related("person__area", "organisation__area")
        .only("talks", *NAMED)
        .prefetch_related(Prefetch("promises", shared, to_attr="shared_promises"))
        .order_by(_name(), "id")
    )


def chosen(members: QuerySet[Membership], facets: dict[str, Any]) -> QuerySet[Membership]:
    """Those of a directory that fit what the reader chose: area, theme, sector, kind, language, who."""
    if facets.get("area"):
        members = members.filter(Q(person__area=facets["area"]) | Q(organisation__area=facets["area"]))
    if facets.get("theme"):
        # Of what they offer and would like nobody was told that others read it.
        themed = Q(promises__themes=facets["theme"], promises__is_shared=True)
        members = members.filter(pk__in=Membership.objects.filter(themed).values("pk"))
    if facets.get("kind"):
        members = members.filter(organisation__kind=facets["kind"])
    if facets.get("sector"):
        members = members.filter(organisation__kind__sector=facets["sector"])
    if facets.get("talks"):
        members = members.filter(talks__in=[facets["talks"], Talks.BOTH])
    if facets.get("party"):
        members = members.filter(organisation__isnull=facets["party"] == "person")
    return members


def by_area(members: QuerySet[Membership]) -> dict[str | None, int]:
    """How many of these members are in each area, by its code; under None those in no one area."""
    where = Coalesce("person__area", "organisation__area")
    counted = members.order_by().annotate(where=where).values("where").annotate(number=Count("pk"))
    return {row["where"]: row["number"] for row in counted}


def promises_to_read(reader: Reader) -> QuerySet[Promise]:
    """The promises that members share with everybody, newest first, each with what was told of it."""
    return (
        Promise.objects.filter(is_shared=True, membership__state__in=MEMBERS)
        .exclude(state=PromiseState.CHANGED)
        .filter(Q(membership__organisation__isnull=False) | people_seen_by(reader, "membership__person__"))
        .select_related("membership__person", "membership__organisation", "area")
        .prefetch_related("themes", Prefetch("notes", shared_notes(), to_attr="shared_notes"))
        .order_by("-made_on", "-id")
    )


def practice_to_read(reader: Reader) -> QuerySet[ProgressNote]:
    """What members show of how they change their own work, newest first."""
    return (
        shared_notes()
        .filter(about=About.PRACTICE, membership__state__in=MEMBERS)
        .filter(Q(membership__organisation__isnull=False) | people_seen_by(reader, "membership__person__"))
        .select_related("membership__person", "membership__organisation")
    )


def shared_notes() -> QuerySet[ProgressNote]:
    shared = ProgressNote.objects.filter(is_shared=True).select_related("picture")
    return shared.prefetch_related("picture__renditions").order_by("-id")
