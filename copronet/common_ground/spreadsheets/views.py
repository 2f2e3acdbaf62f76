"""Pages: which tables there are, sending a file, matching its columns, what its rows would do, giving out."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.work.models import Job

from . import registry
from .actions import bring_in, give_out, keep_upload, match_columns, undo
from .choices import Form, Outcome, State
from .exports import as_answer
from .forms import BringInForm, MatchForm, UploadForm
from .models import Row, Upload
from .queries import rows_of, sheets_for, uploads_of

A_PAGE = 50
LATEST = 20


class HomeView(Guarded, TemplateView):
    template_name = "spreadsheets/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sheets = sheets_for(self.me)
        if not sheets:
            raise PermissionDenied
        uploads = uploads_of(sheet.code for sheet in sheets)[:LATEST]
        return super().get_context_data(sheets=sheets, uploads=uploads, forms=Form, **kwargs)


class OneSheet(Guarded):
    @cached_property
    def sheet(self) -> type[registry.Sheet]:
        try:
            return registry.sheet(self.kwargs["sheet"])
        except KeyError as unknown:
            raise Http404 from unknown

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.permission = self.sheet.permission
        return super().dispatch(request, *args, **kwargs)


class UploadView(OneSheet, DeedView):
    template_name = "spreadsheets/upload.html"
    form_class = UploadForm
    title = _("Bring in a table")
    button = _("Read the file")
    made: Upload | None = None

    def do(self, form: UploadForm) -> None:
        self.made = keep_upload(
            actor=self.actor,
            sheet=self.sheet,
            table=form.table,
            name=form.cleaned_data["file"].name,
            key=form.deed_key,
        )

    def get_success_url(self) -> str:
        return (
            reverse("spreadsheets:match", args=[self.made.pk]) if self.made else reverse("spreadsheets:home")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sheet=self.sheet, **kwargs)


class GiveOutView(OneSheet):
    http_method_names = ["post"]

    def post(self, _request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        form = kwargs["form"]
        if form not in Form.values:
            raise Http404
        give_out(actor=self.actor, sheet=self.sheet, form=form)
        return as_answer(self.sheet(), form=form, name=self.sheet.code)


class OneUpload(Guarded):
    @cached_property
    def upload(self) -> Upload:
        return get_object_or_404(Upload.objects.select_related("by"), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.permission = self.upload.kind.permission
        return super().dispatch(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return reverse("spreadsheets:file", args=[self.upload.pk])


class MatchView(OneUpload, DeedView):
    template_name = "spreadsheets/match.html"
    form_class = MatchForm
    title = _("Which column is which?")
    lead = _(
        "Choose for each heading of the file what it is. We remember it for next time. Nothing is changed yet."
    )
    button = _("Look through the rows")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"upload": self.upload}

    def do(self, form: MatchForm) -> None:
        match_columns(actor=self.actor, upload=self.upload, columns=form.columns)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(upload=self.upload, **kwargs)


class FileView(OneUpload, ListView):
    """What the rows of a file would do, or did; while it is at work, how far it is."""

    template_name = "spreadsheets/file.html"
    paginate_by = A_PAGE
    context_object_name = "rows"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.upload.state == State.MATCHING:
            return HttpResponse(
                status=302, headers={"Location": reverse("spreadsheets:match", args=[self.upload.pk])}
            )
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> Any:
        outcome = self.request.GET.get("outcome", "")
        self.outcome = outcome if outcome in Outcome.values else ""
        return Row.objects.none() if self.upload.is_at_work else rows_of(self.upload, self.outcome)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = self.upload.counts
        return super().get_context_data(
            upload=self.upload,
            tabs=self._tabs(),
            job=self._job(),
            form=BringInForm() if counts.get(Outcome.ALIKE) else None,
            may_bring_in=self.upload.state == State.CHECKED
            and any(counts.get(each) for each in (Outcome.CREATED, Outcome.CHANGED, Outcome.ALIKE)),
            **kwargs,
        )

    def _tabs(self) -> list[tuple[str, str, bool]]:
        """All rows, and those of each outcome, with how many there are."""
        counts, here = self.upload.counts, self.request.path
        every = _("All rows")
        tabs = [(f"{every} ({sum(counts.values())})", here, not self.outcome)]
        for outcome in Outcome:
            if many := counts.get(outcome.value):
                is_open = self.outcome == outcome
                name = f"{self.upload.word_for(outcome)} ({many})"
                tabs.append((name, f"{here}?outcome={outcome.value}", is_open))
        return tabs

    def _job(self) -> Job | None:
        """The task that is at work on this file, to show how far it is."""
        if not self.upload.is_at_work:
            return None
        jobs = Job.objects.filter(name__startswith="spreadsheets.", arguments={"upload": self.upload.pk})
        return jobs.order_by("-id").first()


class BringInView(OneUpload, ButtonView):
    done = _("The rows are being brought in.")

    def do(self) -> None:
        form = BringInForm(self.request.POST)
        with_alike = form.is_valid() and form.cleaned_data["with_alike"]
        bring_in(actor=self.actor, upload=self.upload, with_alike=with_alike)


class UndoView(OneUpload, ButtonView):
    done = _("It is being undone.")

    def do(self) -> None:
        undo(actor=self.actor, upload=self.upload)
