"""What machines read: Open Referral UK, in the language that is asked for."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_datetime
from django.views.generic import View

from copronet.common_ground.themes.models import Theme
from copronet.common_ground.themes.queries import themes_in_order
from copronet.community_of_practice.signposting import exports
from copronet.community_of_practice.signposting.queries import (
    services_chosen,
    services_to_find,
    services_to_show,
)

MOST_ON_A_PAGE = 1_000


class ForMachines(View):
    """An answer in JSON that any page on any site may read."""

    http_method_names = ["get", "head", "options"]

    def answer(self, request: HttpRequest) -> dict[str, Any]:
        raise NotImplementedError

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        try:
            answer = JsonResponse(self.answer(request))
        except Http404:
            answer = JsonResponse({"detail": "There is no such record."}, status=404)
        answer["Access-Control-Allow-Origin"] = "*"
        return answer


class OpenReferralView(ForMachines):
    def answer(self, request: HttpRequest) -> dict[str, Any]:  # noqa: ARG002  (it is always the same)
        return exports.VERSION


class OpenReferralServicesView(ForMachines):
    def answer(self, request: HttpRequest) -> dict[str, Any]:
        """A page of services; a number that makes no sense is the nearest that does."""
        asked = {
            "words": request.GET.get("search", ""),
            "theme": _theme(request),
            "changed_since": _moment(request.GET.get("modified_after", "")),
        }
        services: Any = services_chosen(asked)
        pages = Paginator(services, _number(request, "per_page", 50, MOST_ON_A_PAGE))
        page = pages.get_page(_number(request, "page", 1, pages.num_pages))
        found = services_to_find().in_bulk([service.pk for service in page])
        return exports.page_of(page, [exports.full(found[service.pk]) for service in page])


class OpenReferralTaxonomiesView(ForMachines):
    def answer(self, request: HttpRequest) -> dict[str, Any]:  # noqa: ARG002  (there is one)
        return exports.page_of(Paginator([None], 1).page(1), [exports.taxonomy()])


class OpenReferralTermsView(ForMachines):
    def answer(self, request: HttpRequest) -> dict[str, Any]:
        terms = Paginator(
            themes_in_order().select_related("broader"), _number(request, "per_page", 50, MOST_ON_A_PAGE)
        )
        page = terms.get_page(_number(request, "page", 1, terms.num_pages))
        return exports.page_of(page, [exports.term_of(theme) for theme in page])


class OpenReferralServiceView(ForMachines):
    def answer(self, request: HttpRequest) -> dict[str, Any]:  # noqa: ARG002  (the address says it all)
        shown = services_to_show().prefetch_related("areas", "themes__broader")
        return exports.full(get_object_or_404(shown, uuid=_uuid(self.kwargs["uuid"])))


def _theme(request: HttpRequest) -> Theme | None:
    """The theme of a term's id. An id that nobody has finds nothing, as the standard's readers expect."""
    typed = request.GET.get("taxonomy_term_id")
    if not typed:
        return None
    return next(
        (each for each in Theme.objects.all() if str(exports.term_id(each.code)) == typed), Theme(pk=0)
    )


def _number(request: HttpRequest, name: str, otherwise: int, most: int) -> int:
    typed = request.GET.get(name, "")
    return max(1, min(int(typed), most)) if typed.isdecimal() and len(typed) < 10 else otherwise


def _moment(typed: str) -> Any:
    try:
        moment = parse_datetime(typed)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _uuid(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError as unknown:
        raise Http404 from unknown
