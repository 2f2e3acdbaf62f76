"""Keeping a search and letting it go, the weekly letter, and counting what is sought."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, once, record
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.common_ground.people.choices import Standing
from copronet.common_ground.people.models import Person

from .choices import KEPT_FOR, MOST_A_WEEK, MOST_SEARCHES, SHOWN_FROM, TOLD_EVERY
from .emails import tell_news
from .models import SavedSearch, Sought
from .queries import as_counted, digest_of, monday_of, newest_document, news_for


@transaction.atomic
def keep_search(
    *, actor: Actor, name: str, words: str, facets: Mapping[str, str], key: UUID | None = None
) -> SavedSearch:
    """Keep a search for whoever it is done for; from now on they are told once a week what is new."""
    once(key)
    person = _locked(actor.party)
    if SavedSearch.objects.filter(person=person).count() >= MOST_SEARCHES:
        raise ActionRefused(
            _("You keep as many searches as you can: %(most)s. Let one go first.") % {"most": MOST_SEARCHES}
        )
    search, is_new = SavedSearch.objects.get_or_create(
        person=person,
        words=words,
        **{"kind": "", "area": "", "theme": "", "language": "", "year": ""} | dict(facets),
        defaults={"name": name, "told_up_to": newest_document()},
    )
    if not is_new:
        raise ActionRefused(_("You keep this search already."))
    record(actor=actor, verb="seeking.search_kept", about=search, key=key)
    return search


@transaction.atomic
def let_go(*, actor: Actor, search: SavedSearch) -> None:
    """Keep a search no longer, and tell nobody of it again."""
    if not SavedSearch.objects.select_for_update().filter(pk=search.pk).exists():
        raise ActionRefused(_("The search is not kept any more."))
    record(actor=actor, verb="seeking.search_let_go", about=search)
    search.delete()


@transaction.atomic
def tell_what_is_new(*, person: Person, today: date) -> None:
    """Write one letter about all searches of a person, if anything is new; asked twice, it writes once."""
    searches = list(SavedSearch.objects.select_for_update().filter(person=person).order_by("id"))
    if person.standing != Standing.HERE or not any(
        search.looked_on <= today - TOLD_EVERY for search in searches
    ):
        return
    newest = newest_document()
    news = [found for search in searches if (found := news_for(search, person)).documents]
    if news:
        tell_news(person, news)
    SavedSearch.objects.filter(pk__in=[search.pk for search in searches]).update(
        told_up_to=newest, looked_on=today
    )


@transaction.atomic
def count_asking(*, words: str, language: str, found: bool, today: date | None = None) -> None:
    """Count that words were sought, without who did; the words are kept once enough have asked for them."""
    counted, week = as_counted(words), monday_of(today or timezone.localdate())
    if not counted:
        return
    digest = digest_of(counted)
    same: dict[str, Any] = {"digest": digest, "language": language, "week": week, "found": found}
    if not Sought.objects.filter(**same).update(times=F("times") + 1):
        if Sought.objects.filter(week=week).count() >= MOST_A_WEEK:
            return
        row, _is_new = Sought.objects.get_or_create(**same)
        Sought.objects.filter(pk=row.pk).update(times=F("times") + 1)
    askings = Sought.objects.filter(digest=digest)
    if (askings.aggregate(all_times=Sum("times"))["all_times"] or 0) >= SHOWN_FROM:
        askings.filter(words="").update(words=counted)


@transaction.atomic
def forget_old_askings(*, today: date) -> None:
    """Remove what was sought over a year ago."""
    Sought.objects.filter(week__lte=today - KEPT_FOR).delete()


@transaction.atomic
def forget_searches(person: Person) -> None:
    """Keep no search of somebody who has left."""
    SavedSearch.objects.filter(person=person).delete()


@transaction.atomic
def move_searches(duplicate: Person, kept: Person) -> None:
    """Hand one record's searches over to another; what both keep stays once, up to as many as one may keep."""
    own = [_sameness(search) for search in SavedSearch.objects.filter(person=kept)]
    for search in SavedSearch.objects.filter(person=duplicate).order_by("id"):
        if len(own) < MOST_SEARCHES and _sameness(search) not in own:
            own.append(_sameness(search))
            SavedSearch.objects.filter(pk=search.pk).update(person=kept)
    SavedSearch.objects.filter(person=duplicate).delete()


def _sameness(search: SavedSearch) -> tuple[str, dict[str, str]]:
    return search.words, search.facets


def _locked(person: Person | None) -> Person:
    """The person, held until the transaction ends, so that two searches at once are not one too many."""
    assert person is not None  # noqa: S101  (nobody signs in as nobody)
    locked = Person.objects.select_for_update().get(pk=person.pk)
    refuse_unless_able(locked)
    return locked
