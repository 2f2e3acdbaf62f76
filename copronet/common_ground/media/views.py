"""Handing out documents."""

from mimetypes import guess_type

from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .choices import SeenBy
from .models import DocumentFile


@require_safe
def hand_out(request: HttpRequest, pk: int, filename: str) -> HttpResponseBase:
    """The file to keep, never to be opened as a page of this site; to those who may have it and nobody else.

    A stranger is asked to sign in; for others who may not have it, it is not there.
    """
    document = get_object_or_404(DocumentFile, pk=pk)
    if filename != document.filename:
        raise Http404
    if not request.user.has_perm("media.have_document", document):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise Http404
    return _handed(document)


def _handed(document: DocumentFile) -> FileResponse:
    kind = guess_type(document.filename)[0] or "application/octet-stream"
    answer = FileResponse(
        document.file.open(), as_attachment=True, filename=document.filename, content_type=kind
    )
    if document.seen_by != SeenBy.EVERYONE:
        answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
