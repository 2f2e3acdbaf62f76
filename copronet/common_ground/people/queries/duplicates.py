"""Organisations that are like what somebody writes, found before one is made again; each with its reasons."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from copronet.common_ground.people.choices import Alike
from copronet.common_ground.people.models import (
    LikelyPair,
    NotDuplicate,
    Organisation,
    OrganisationKey,
    OrganisationNumber,
)
from copronet.engines.likeness import Known, Said, compare_words, halves_near, keys_to_look_under, known_of

# A key that more organisations share than this tells nobody apart ("community", "canolfan").
COMMON = 150
CANDIDATES = 100
# One domain for many: a council's teams, say.
MANY_ON_A_DOMAIN = 5
EACH_FURTHER_REASON = 4


@dataclass(frozen=True)
class Reason:
    """In what two organisations are alike, and what of it they share."""

    code: str
    shared: str

    @property
    def sentence(self) -> str:
        return f"{Alike(self.code).label}: {self.shared}"

    @property
    def strength(self) -> int:
        return STRENGTHS[Alike(self.code)]


STRENGTHS = {
    Alike.NUMBER: 100,
    Alike.NAME: 90,
    Alike.SPELLING: 75,
    Alike.DOMAIN: 60,
    Alike.INITIALS: 50,
    Alike.WITHIN: 40,
}


@dataclass(frozen=True)
class Likeness:
    """An organisation that may be the one meant. ``strength`` is from 0 to 100: a help in ordering, no proof."""

    organisation: Organisation
    reasons: tuple[Reason, ...]

    @property
    def strength(self) -> int:
        strongest = max(reason.strength for reason in self.reasons)
        return min(100, strongest + EACH_FURTHER_REASON * (len(self.reasons) - 1))


def like_these(
    *,
    name_cy: str = "",
    name_en: str = "",
    short_names: Collection[str] = (),
    website: str = "",
    numbers: Mapping[str, str] | None = None,
    beside: Organisation | None = None,
    at_most: int = 10,
) -> list[Likeness]:
    """The organisations that may be the one somebody writes down, the likeliest first.

    Alike are: a number in a register (``numbers`` by its code, as kept); a name in either language whatever
    its accents, mutations, legal words and order; a slip of the pen; initials that are the other's short
    name; a web domain; a name that holds the other. ``beside`` leaves out that organisation and those said
    not to be the same. A record merged into another counts for the one kept. At most seven queries.
    """
    said = Said(tuple(filter(None, (name_cy, name_en))), tuple(filter(None, short_names)), website)
    found: dict[int, set[Reason]] = {}
    for key, number in _with_number(numbers or {}):
        found.setdefault(key, set()).add(Reason(Alike.NUMBER, number))
    known = known_of(said)
    candidates = _candidates(said, known, found)
    for organisation in candidates:
        found.setdefault(organisation.pk, set()).update(_reasons(known, organisation))
    likenesses = _likenesses(candidates, found, _known_apart(beside))
    return sorted(likenesses, key=lambda each: (-each.strength, each.organisation.pk))[:at_most]


def likenesses_of(organisation: Organisation, *, at_most: int = 10) -> list[Likeness]:
    """The other organisations that may be the same as this one."""
    return like_these(
        name_cy=organisation.name_cy,
        name_en=organisation.name_en,
        short_names=(organisation.short_name_cy, organisation.short_name_en),
        website=organisation.website,
        beside=organisation,
        at_most=at_most,
    )


def said_of(organisation: Organisation) -> Said:
    """What an organisation is found by."""
    return Said(
        names=tuple(filter(None, (organisation.name_cy, organisation.name_en))),
        short_names=tuple(filter(None, (organisation.short_name_cy, organisation.short_name_en))),
        website=organisation.website,
    )


def likely_pairs() -> Any:
    """The pairs that the last look through all found, without those answered since; the likeliest first."""
    pairs = LikelyPair.objects.filter(first__merged_into=None, second__merged_into=None)
    return pairs.select_related("first", "second", "first__area", "second__area").order_by("-strength", "id")


def reasons_of(pair: LikelyPair) -> list[Reason]:
    return [Reason(code, shared) for code, shared in pair.reasons]


def _with_number(numbers: Mapping[str, str]) -> Iterable[tuple[int, str]]:
    asked = Q()
    for scheme, number in numbers.items():
        if number:
            asked |= Q(scheme=scheme, number=number)
    return OrganisationNumber.objects.filter(asked).values_list("organisation_id", "number") if asked else []


def _candidates(said: Said, known: Known, found: Collection[int]) -> list[Organisation]:
    """Those that share a telling key, the rarest keys first, and those found by number."""
    counts = _counts(keys_to_look_under(said))
    # A word that many are called by is hardly a slip, and its halves would lead to all of them.
    words = {word for words in known.words for word in words if counts.get(f"w:{word}", 0) <= COMMON}
    counts |= _counts({half for word in words for half in halves_near(word)})
    chosen, total = [], 0
    for key, many in sorted(counts.items(), key=lambda each: (each[1], each[0])):
        if total <= CANDIDATES and many <= (MANY_ON_A_DOMAIN if key[:2] == "d:" else COMMON):
            chosen.append(key)
            total += many
    keyed = OrganisationKey.objects.filter(key__in=chosen).values_list("organisation_id", flat=True)
    read = Organisation.objects.only(
        "name_cy", "name_en", "short_name_cy", "short_name_en", "website", "merged_into"
    )
    return list(read.filter(pk__in={*keyed, *found}))


def _counts(keys: Collection[str]) -> dict[str, int]:
    """How many organisations stand under each key that is there at all."""
    kept = OrganisationKey.objects.filter(key__in=keys).order_by()
    return dict(kept.values_list("key").annotate(Count("organisation")))


def _reasons(mine: Known, organisation: Organisation) -> Iterable[Reason]:
    said = said_of(organisation)
    theirs = known_of(said)
    for words in mine.words:
        for name, others in zip(said.names, theirs.words, strict=True):
            if likeness := compare_words(words, others):
                yield Reason(Alike(likeness.value), name)
    if mine.domain and mine.domain == theirs.domain:
        yield Reason(Alike.DOMAIN, mine.domain)
    known_by = theirs.short_forms | theirs.initials
    for short in mine.short_forms & known_by | mine.initials & theirs.short_forms:
        yield Reason(Alike.INITIALS, short.upper())


def _known_apart(organisation: Organisation | None) -> set[int]:
    if organisation is None or not organisation.pk:
        return set()
    pairs = NotDuplicate.objects.filter(Q(first=organisation) | Q(second=organisation))
    return {organisation.pk}.union(*pairs.values_list("first_id", "second_id"))


def _likenesses(
    candidates: Iterable[Organisation], found: Mapping[int, set[Reason]], apart: set[int]
) -> Iterable[Likeness]:
    """One likeness for each organisation kept, with the reasons of all records that were merged into it."""
    kept: dict[int, set[Reason]] = {}
    for candidate in candidates:
        if found[candidate.pk]:
            kept.setdefault(candidate.merged_into_id or candidate.pk, set()).update(found[candidate.pk])
    organisations = Organisation.objects.select_related("area").in_bulk(kept.keys() - apart)
    for key, organisation in organisations.items():
        yield Likeness(organisation, _strongest_of_each(kept[key]))


def _strongest_of_each(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons, the strongest first, without what a stronger one about the names already says."""
    ordered = sorted(reasons, key=lambda reason: (-reason.strength, reason.shared))
    named = {Alike.NAME, Alike.SPELLING, Alike.WITHIN}
    about_names = [reason for reason in ordered if reason.code in named]
    best = about_names[0].code if about_names else ""
    return tuple(reason for reason in ordered if reason.code not in named or reason.code == best)
