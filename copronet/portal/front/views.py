"""The front page, and two answers for machines that watch over the site."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.generic import TemplateView

from copronet.common_ground.work.queries import worker_is_alive

from .queries import database_answers, migrations_are_applied


class HomeView(TemplateView):
    template_name = "front/home.html"


def alive(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def ready(_request: HttpRequest) -> JsonResponse:
    state = {
        "database": database_answers(),
        "migrations": migrations_are_applied(),
        "worker": worker_is_alive(),
    }
    return JsonResponse(state, status=200 if all(state.values()) else 503)
