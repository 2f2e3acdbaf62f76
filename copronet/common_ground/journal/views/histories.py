"""The history of a record: its versions, what differs between two, and bringing an earlier one back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from copronet.common_ground.journal.actions import ActionRefused, AlreadyDone, Overtaken, restore
from copronet.common_ground.journal.forms import CompareForm, RestoreForm
from copronet.common_ground.journal.models import Deed, Version
from copronet.common_ground.journal.queries import (
    Found,
    content_of,
    labelled,
    record_and_rights,
    steps_of,
    version_number,
    versions_of,
)

from .numbers import number_in


class OfRecord:
    """A record and the reader's rights; for whoever may not see it, it is not there."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def found(self) -> Found:
        found = record_and_rights(self.kwargs["kind"], self.kwargs["key"], self.request.user)
        if found is None or not found.registered.history_may_be_seen(self.request.user, found.record):
            raise Http404
        return found

    @cached_property
    def newest(self) -> int:
        return version_number(self.found.record)

    def version(self, number: int) -> Version:
        version = versions_of(self.found.record).filter(number=number).first()
        if version is None:
            raise Http404
        return version

    def about(self) -> dict[str, Any]:
        record, registered, is_editor = self.found
        return {
            "record": record,
            "name": registered.name(record),
            "address": registered.address(record),
            "is_editor": is_editor,
            "newest": self.newest,
            **self.kwargs,
        }


class HistoryView(OfRecord, TemplateView):
    """Every version of a record: who, when, in what capacity, and what they changed."""

    template_name = "journal/history.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        steps, older_than = steps_of(
            self.found.record, self.request.user, before=number_in(self.request, "before")
        )
        form = CompareForm(
            newest=self.newest, initial={"older": max(self.newest - 1, 1), "newer": self.newest}
        )
        return super().get_context_data(
            **(context | self.about()), steps=steps, older_than=older_than, form=form
        )


class DifferenceView(OfRecord, TemplateView):
    """Two versions of a record, word by word."""

    template_name = "journal/difference.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        form = CompareForm(self.request.GET, newest=self.newest)
        changes = self.changes(**form.cleaned_data) if form.is_valid() else None
        return super().get_context_data(
            **(context | self.about()), form=form, changes=changes, chosen=form.cleaned_data
        )

    def changes(self, older: int, newer: int) -> Any:
        before, after = self.version(older).content, self.version(newer).content
        return labelled(type(self.found.record), before, after)


class RestoreView(OfRecord, FormView):
    """Ask once, showing what would change, then bring an earlier version back."""

    template_name = "journal/restore.html"
    form_class = RestoreForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.found.is_editor:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"based_on": self.newest}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        version = self.version(self.kwargs["number"])
        now = content_of(self.found.record)
        fields = self.found.record._meta.get_fields()
        editable = {field.name for field in fields if getattr(field, "editable", False)}
        then = {name: value for name, value in version.content.items() if name in editable}
        changes = labelled(type(self.found.record), {name: now.get(name) for name in then}, then)
        return super().get_context_data(**(context | self.about()), version=version, changes=changes)

    def form_valid(self, form: RestoreForm) -> HttpResponse:
        try:
            self.bring_back(form)
        except Overtaken:
            again = RestoreForm(initial={"based_on": version_number(self.found.record)})
            messages.warning(self.request, _("Somebody else saved this in the meantime. Please look again."))
            return self.render_to_response(self.get_context_data(form=again))
        except AlreadyDone:
            pass
        except ActionRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("The earlier version is back."))
        return redirect("journal:history", self.kwargs["kind"], self.kwargs["key"])

    def bring_back(self, form: RestoreForm) -> Deed:
        return restore(
            actor=self.request.actor,  # type: ignore[attr-defined]  # set by people's middleware
            # Its own copy, so that a refusal leaves the page with the record as it is.
            content=type(self.found.record)._base_manager.get(pk=self.found.record.pk),
            number=self.kwargs["number"],
            based_on=form.cleaned_data["based_on"],
            key=form.deed_key,
        )
