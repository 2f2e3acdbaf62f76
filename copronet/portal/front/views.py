"""The front page, my page, two answers for machines that watch over the site, and the demonstration's way in."""

from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.generic import ListView, TemplateView

from copronet.common_ground.people.models import Person
from copronet.common_ground.search.choices import COUNTED, FACETS
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries import (
    ON_A_LEAF,
    Answer,
    alphabet,
    did_you_mean,
    documents_under,
    facets_of,
    search,
    titles_beginning,
)
from copronet.common_ground.work.queries import worker_is_alive
from copronet.portal.seeking.actions import count_asking

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


class SearchView(TemplateView):
    """What was asked for stands in the address: words, and what they are narrowed down by."""

    template_name = "front/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self._typed("words")
        chosen = {name: value for name in FACETS if (value := self._typed(name))}
        context: dict[str, Any] = {"words": words, "kept": list(chosen.items()), "reading": get_language()}
        if words:
            context |= self._answered(words, chosen)
        return super().get_context_data(**context, **kwargs)

    def _typed(self, name: str) -> str:
        return self.request.GET.get(name, "").replace("\0", " ").strip()[:300]

    def _answered(self, words: str, chosen: dict[str, str]) -> dict[str, Any]:
        asked = self.request.GET.get("page", "")
        leaf = min(int(asked), COUNTED // ON_A_LEAF) if asked.isdecimal() and 0 < len(asked) < 6 else 1
        answer = search(words, reader=self.request.user, facets=chosen, leaf=max(leaf, 1))
        meant = (
            did_you_mean(words, reader=self.request.user) if not answer.total or not answer.every_word else ""
        )
        if not chosen and not asked:  # further leaves, and narrowing down, are the same asking still
            count_asking(
                words=words,
                language=get_language() or settings.LANGUAGE_CODE,
                found=bool(answer.total and answer.every_word),
            )
        leaves = Paginator(range(min(answer.total, COUNTED)), ON_A_LEAF)
        return {
            "answer": answer,
            "leaf": leaves.get_page(leaf),
            "facets": self._facets(answer),
            "meant": meant,
            "narrowed": bool(chosen),
            "keep": f"{reverse('seeking:keep')}?{urlencode({'words': words, **chosen})}",
        }

    def _facets(self, answer: Answer) -> list[dict[str, Any]]:
        """Each choice with the address that makes it, or takes it back."""
        return [
            {
                "title": facet.title,
                "choices": [
                    {
                        "name": choice.name,
                        "count": choice.count,
                        "is_chosen": choice.is_chosen,
                        "address": self._address(facet.name, "" if choice.is_chosen else choice.value),
                    }
                    for choice in facet.choices
                ],
            }
            for facet in facets_of(answer)
        ]

    def _address(self, name: str, value: str) -> str:
        query = self.request.GET.copy()
        query.pop("page", None)
        query.pop(name, None)
        if value:
            query[name] = value
        return f"?{query.urlencode()}"


class SuggestionsView(TemplateView):
    """A piece of page with titles that begin as somebody is typing."""

    template_name = "front/suggestions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        typed = self.request.GET.get("words", "").replace("\0", " ")
        return super().get_context_data(documents=titles_beginning(typed, reader=self.request.user), **kwargs)


class AToZView(ListView[Document]):
    template_name = "front/a_to_z.html"
    paginate_by = 50
    context_object_name = "documents"

    @property
    def letter(self) -> str:
        asked = self.request.GET.get("letter", "").lower()
        return asked if asked in alphabet() else alphabet()[0]

    def get_queryset(self) -> QuerySet[Document]:
        return documents_under(self.letter, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(letter=self.letter, alphabet=alphabet(), **kwargs)


def alive(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


def ready(_request: HttpRequest) -> JsonResponse:
    state = {
        "database": database_answers(),
        "migrations": migrations_are_applied(),
        "worker": worker_is_alive(),
    }
    return JsonResponse(state, status=200 if all(state.values()) else 503)


def icon(_request: HttpRequest) -> HttpResponseRedirect:
    """Where browsers look for the network's mark when what they show names none, as a file does."""
    return HttpResponseRedirect(static("design/favicon.svg"))


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
        person = get_object_or_404(Person, pk=key if key.isdecimal() and len(key) < 18 else 0, is_active=True)
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
        with override(person.language):
            return HttpResponseRedirect(reverse("front:my_page"))

    @property
    def search(self) -> str:
        return self.request.GET.get("search", "").strip()
