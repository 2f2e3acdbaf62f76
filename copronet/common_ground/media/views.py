"""Handing out documents."""

from mimetypes import guess_type

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .models import DocumentFile


@require_safe
def hand_out(_request: HttpRequest, pk: int, filename: str) -> FileResponse:
    """The file to keep, never to be opened as a page of this site."""
    document = get_object_or_404(DocumentFile, pk=pk)
    if filename != document.filename:
        raise Http404
    kind = guess_type(document.filename)[0] or "application/octet-stream"
    answer = FileResponse(document.file.open(), as_attachment=True, filename=filename, content_type=kind)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
