"""The translators' queue, and translating a record in place."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from copronet.common_ground.journal.actions import ActionRefused, Overtaken
from copronet.common_ground.journal.queries import Found, record_and_rights

from .forms import QueueForm, TranslationForm, translation_form
from .models import pairs_of
from .queries import waiting, waiting_rows


class QueueView(PermissionRequiredMixin, TemplateView):
    """What waits for a translator, the longest waiting first."""

    permission_required = "languages.translate"
    template_name = "languages/queue.html"
    request: HttpRequest

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        form = QueueForm(self.request.GET or None)
        wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
        rows = waiting(language=wanted.get("language", ""), room=wanted.get("room", ""))
        page = Paginator(rows, 25).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            **context, form=form, page=page, rows=waiting_rows(page.object_list, self.request.user)
        )


class TranslateView(PermissionRequiredMixin, FormView):
    """A record's words in both languages beside each other, with what changed since they agreed."""

    permission_required = "languages.translate"
    template_name = "languages/translate.html"

    @cached_property
    def found(self) -> Found:
        found = record_and_rights(self.kwargs["kind"], self.kwargs["key"], self.request.user)
        if found is None or not any(pairs_of(type(found.record))):
            raise Http404
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Some records have a screen of their own for it; a translator is led there."""
        elsewhere = self.found.registered.translated_at if self.has_permission() else None
        if elsewhere is not None:
            return redirect(elsewhere(self.found.record))
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[TranslationForm]:
        return translation_form(type(self.found.record))

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.found.record}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        record, registered, _is_editor = self.found
        # The form holds what is being typed; the page is called what is stored.
        stored = type(record)._base_manager.get(pk=record.pk)
        more = {"name": registered.name(stored), "address": registered.address(stored), **self.kwargs}
        return super().get_context_data(**(context | more))

    def form_valid(self, form: TranslationForm) -> HttpResponse:
        try:
            form.save_as(self.request.actor)  # type: ignore[attr-defined]  # set by people's middleware
        except Overtaken:
            form.show_conflict(form.cleaned_data.get("based_on") or 0)
            return self.form_invalid(form)
        except ActionRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The translation is saved."))
        return redirect("languages:queue")
