"""Whose searches are due, what is new for them, and what was sought most."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.utils.crypto import salted_hmac

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Phrase
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Person
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries import named_facets, newly_found
from copronet.common_ground.search.registry import kinds, names_of_themes
from copronet.engines.cymraeg.finding.words import folded, lowered, welsh_words

from .choices import KEPT_FOR, TOLD_EVERY, TOLD_OF_EACH
from .models import SavedSearch, Sought


@dataclass(frozen=True)
class News:
    """What one saved search finds that was not there when its person was last told."""

    search: SavedSearch
    documents: list[Document]
    more: int


@dataclass(frozen=True)
class MostSought:
    """Words that were sought often: in which language, how often, and when last."""

    words: str
    language: Language
    times: int
    last_week: date


def searches_of(person: Person) -> QuerySet[SavedSearch]:
    """The searches somebody keeps, the latest first."""
    return SavedSearch.objects.filter(person=person).order_by("-id")


def narrowed_by(facets: dict[str, str]) -> list[str | Phrase]:
    """What narrows a search down, in the reader's words."""
    return named_facets(facets)


def people_to_tell(today: date) -> list[int]:
    """Those with a search that nobody has looked at for them for a week."""
    due = SavedSearch.objects.filter(looked_on__lte=today - TOLD_EVERY, person__standing=Standing.HERE)
    return sorted(set(due.values_list("person_id", flat=True)))


def newest_document() -> int:
    """The number of the newest document of the index."""
    return Document.objects.aggregate(newest=Max("pk"))["newest"] or 0


def news_for(search: SavedSearch, person: Person) -> News:
    """What is new, of what the person may see now, in their language."""
    answer = newly_found(
        search.words,
        reader=person,
        language=person.language,
        facets=search.facets,
        newer_than=search.told_up_to,
        how_many=TOLD_OF_EACH,
    )
    documents = [result.document for result in answer.results]
    return News(search, documents, answer.total - len(documents))


def searches_about(person: Person) -> list[dict[str, object]]:
    """All that is held about somebody's saved searches, for their own download."""
    rows = SavedSearch.objects.filter(person=person).order_by("id")
    return [
        {"name": row.name, "words": row.words, "narrowed": row.facets, "kept_at": row.kept_at} for row in rows
    ]


def named_kinds(codes: set[Any], _reader: Person) -> dict[Any, Any]:
    """What the kinds of documents are called, by their codes."""
    return {code: kinds()[code].name for code in codes if code in kinds()}


def named_themes(codes: set[Any], _reader: Person) -> dict[Any, Any]:
    return {code: name.text for code, name in names_of_themes(codes).items()}


def as_counted(typed: str) -> str:
    """Words as they are counted: folded, one space between; empty for what must not be kept.

    What has a figure or an @ in it is somebody's number or address more often than something to look for.
    """
    if any(each.isdigit() or each == "@" for each in typed):
        return ""
    return " ".join(folded(lowered(word.written)) for word in welsh_words(typed[:300]))[:100].strip()


def digest_of(words: str) -> str:
    return salted_hmac("seeking.sought", words, algorithm="sha256").hexdigest()[:32]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def most_sought(*, found: bool, today: date, how_many: int = 50) -> list[MostSought]:
    """What was sought most often within a year and found, or not; only what many asked for has words."""
    rows = (
        Sought.objects.exclude(words="")
        .filter(found=found, week__gt=today - KEPT_FOR)
        .values("words", "language")
        .annotate(all_times=Sum("times"), last_week=Max("week"))
        .order_by("-all_times", "words", "language")[:how_many]
    )
    return [
        MostSought(row["words"], Language(row["language"]), row["all_times"], row["last_week"])
        for row in rows
    ]
