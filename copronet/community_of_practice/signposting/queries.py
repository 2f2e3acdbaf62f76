"""Finding services: by words, theme and area; and as the search knows them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core import signing
from django.db.models import Q, QuerySet
from django.utils import timezone

from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.models import Organisation
from copronet.common_ground.search.queries import search
from copronet.common_ground.search.registry import Entry, read_at, sides

from .choices import Helped, Status
from .models import Feed, Question, Service

KIND = "signposting.service"
KEPT_FOR = 90  # days that a question and its answer are kept
SALT = "signposting.helped"
WEIGHED = 200  # of what is found by words: the best


def services_to_show() -> QuerySet[Service]:
    """Every service people may still turn to, or soon again, by the name that the reader sees."""
    there = Service.objects.exclude(status=Status.DEFUNCT).filter(gone_on=None)
    return there.select_related("organisation").order_by(f"sort_key_{reading_language().value}", "id")


def services_chosen(facets: Mapping[str, Any]) -> list[Service] | QuerySet[Service]:
    """What fits words, theme, area and the moment since which it changed: by words the best first, else by name.

    A service for all of Wales is there for every area.
    """
    services = services_to_show()
    if facets.get("area"):
        services = services.filter(Q(areas=facets["area"]) | Q(areas=None)).distinct()
    if facets.get("theme"):
        services = services.filter(themes=facets["theme"])
    if facets.get("changed_since"):
        services = services.filter(changed_at__gte=facets["changed_since"])
    words = str(facets.get("words") or "").strip()
    return _by_words(services, words) if words else services


def _by_words(services: QuerySet[Service], words: str) -> list[Service]:
    answer = search(words, facets={"kind": KIND}, on_a_leaf=WEIGHED)
    order = {int(result.document.object_id): place for place, result in enumerate(answer.results)}
    return sorted(services.filter(pk__in=order), key=lambda service: order[service.pk])


def services_to_find() -> QuerySet[Service]:
    """All services with what describing them needs."""
    return Service.objects.select_related("organisation").prefetch_related("themes__broader", "areas")


def service_named(key: str) -> Service | None:
    """The service people may turn to that has this number, or this name in either language."""
    if key.isdecimal() and len(key) < 10:
        return services_to_show().filter(pk=int(key)).first()
    return services_to_show().filter(Q(name_cy__iexact=key) | Q(name_en__iexact=key)).first()


def service_entry(service: Service) -> Entry | None:
    """A service as the search knows it; what is no longer there is not found."""
    if service.status == Status.DEFUNCT or service.gone_on:
        return None
    areas = [area.pk for area in service.areas.all()]
    runs = service.organisation or service
    named = "name" if service.organisation else "provider"
    return Entry(
        sides(service, "name"),
        sides(service, "about", "times"),
        read_at("signposting:service", service.pk),
        also=sides(runs, named),
        area=areas[0] if len(areas) == 1 else None,
        themes=[theme.code for theme in service.themes.all()],
        day=service.assured_on,
    )


def feeds_in_order() -> QuerySet[Feed]:
    return Feed.objects.order_by("name_cy", "name_en", "id")


def services_on(theme: Any, _reader: Any) -> dict[str, Any] | None:
    """What stands on the page of a theme."""
    services = list(services_to_show().filter(themes=theme)[:10])
    return {"services": services, "theme": theme} if services else None


def services_of(organisation: Organisation) -> QuerySet[Service]:
    return services_to_show().filter(organisation=organisation)


def link_token(question: Question) -> str:
    """The end of the link by which whoever asked says whether it helped."""
    return signing.Signer(salt=SALT).sign_object([question.pk])


def question_of(token: str) -> Question | None:
    """The question that a link belongs to; None for a link that somebody made up."""
    try:
        (pk,) = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    return Question.objects.filter(pk=pk, answered_at__isnull=False).first()


def questions_waiting() -> QuerySet[Question]:
    """Those who wait longest first."""
    return Question.objects.filter(answered_at=None, forgotten_on=None).order_by("asked_at", "id")


def questions_that_led_nowhere() -> QuerySet[Question]:
    """Answered, and it did not help or nobody was reached: somebody should look at where we pointed."""
    nowhere = Question.objects.filter(helped__in=[Helped.NO, Helped.NOT_REACHED])
    return nowhere.prefetch_related("services__feed").order_by("-answered_at", "-id")


def questions_to_forget(today: date) -> QuerySet[Question]:
    """What was answered, or asked and never answered, longer ago than it is kept."""
    before = timezone.make_aware(datetime.combine(today - timedelta(days=KEPT_FOR), time.min))
    kept = Question.objects.filter(forgotten_on=None)
    return kept.filter(Q(answered_at__lt=before) | Q(answered_at=None, asked_at__lt=before))
