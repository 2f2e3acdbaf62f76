"""Activity for everyone, one's own deeds, the whole journal for those who watch over it, and histories."""

import re
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View

from .actions import ActionRefused, AlreadyDone, Overtaken, restore
from .exports import deeds_as_csv
from .forms import AuditForm, CompareForm, RestoreForm
from .models import Deed, Version
from .queries import (
    Found,
    Page,
    audited,
    content_of,
    deeds_of,
    in_room,
    labelled,
    latest_deeds,
    lines,
    page_of,
    record_and_rights,
    rooms,
    steps_of,
    version_number,
    versions_of,
)


def _number(request: HttpRequest, name: str) -> int | None:
    """A whole number from the address; None for anything that is not one."""
    text = request.GET.get(name, "")
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _page(request: HttpRequest, deeds: Any) -> Page:
    return page_of(deeds, before=_number(request, "before"), after=_number(request, "after"))


class ActivityView(TemplateView):
    """What people have done lately, as far as everybody may know."""

    template_name = "journal/activity.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        choices = rooms()
        room = self.request.GET.get("room", "")
        deeds = latest_deeds()
        if room in dict(choices):
            deeds = in_room(deeds, room)
        page = _page(self.request, deeds)
        return super().get_context_data(
            **context, rooms=choices, room=room, page=page, lines=lines(page.deeds, self.request.user)
        )


class OwnView(LoginRequiredMixin, TemplateView):
    """What the journal holds about one's own deeds."""

    template_name = "journal/own.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        page = _page(self.request, deeds_of(self.request.user))  # type: ignore[arg-type]  # signed in
        return super().get_context_data(
            **context, page=page, lines=lines(page.deeds, self.request.user, own=True)
        )


class Audited(PermissionRequiredMixin):
    """The whole journal, or what was asked of it."""

    permission_required = "journal.read_all"
    request: HttpRequest

    @cached_property
    def form(self) -> AuditForm:
        return AuditForm(self.request.GET or None)

    @property
    def deeds(self) -> Any:
        if not self.form.is_bound:
            return latest_deeds(public_only=False)
        wanted = self.form.cleaned_data if self.form.is_valid() else {}
        return audited(latest_deeds(public_only=False), wanted)


class AuditView(Audited, TemplateView):
    template_name = "journal/audit.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**context, form=self.form, page=_page(self.request, self.deeds))


class ExportView(Audited, View):
    def get(self, _request: HttpRequest) -> HttpResponseBase:
        return StreamingHttpResponse(
            deeds_as_csv(self.deeds),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{_("journal")}.csv"'},
        )


class OfRecord:
    """A record and the reader's rights; for whoever may not see it, it is not there."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def found(self) -> Found:
        found = record_and_rights(self.kwargs["kind"], self.kwargs["key"], self.request.user)
        if found is None:
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
            self.found.record, self.request.user, before=_number(self.request, "before")
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
