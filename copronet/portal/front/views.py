"""The front page, my page, two answers for machines that watch over the site, and the demonstration's way in."""

from typing import Any, cast

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import override
from django.views.generic import ListView, TemplateView

from copronet.common_ground.people.models import Person
from copronet.common_ground.work.queries import worker_is_alive

from .queries import (
    database_answers,
    front_page_for,
    migrations_are_applied,
    my_page_of,
    office_holders,
    people_here,
)


class HomeView(TemplateView):
    template_name = "front/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**front_page_for(self.request.user), **kwargs)


class MyPageView(LoginRequiredMixin, TemplateView):
    template_name = "front/my_page.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**my_page_of(cast("Person", self.request.user)), **kwargs)


def alive(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def ready(_request: HttpRequest) -> JsonResponse:
    state = {
        "database": database_answers(),
        "migrations": migrations_are_applied(),
        "worker": worker_is_alive(),
    }
    return JsonResponse(state, status=200 if all(state.values()) else 503)


class LostAccessView(TemplateView):
    template_name = "front/lost_access.html"
    extra_context = {"staff_address": settings.DEFAULT_FROM_EMAIL}


class StepInView(ListView[Person]):
    """In the demonstration alone: become any of its people, without a password or a second factor."""

    template_name = "front/step_in.html"
    paginate_by = 25

    def get_queryset(self) -> QuerySet[Person]:
        return people_here(self.search)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(search=self.search, staff=office_holders(self.search), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        key = request.POST.get("person", "")
        person = get_object_or_404(Person, pk=key if key.isdecimal() else 0, is_active=True)
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
        with override(person.language):
            return HttpResponseRedirect(reverse("front:my_page"))

    @property
    def search(self) -> str:
        return self.request.GET.get("search", "").strip()
