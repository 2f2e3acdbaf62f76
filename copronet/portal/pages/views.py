"""Reading a page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .queries import Place, live_page


@require_safe
def read(request: HttpRequest, place: Place) -> HttpResponse:
    """The page at its address. Its former addresses, and those of the other language, lead to the present one."""
    page = live_page(place.page_id)
    if page is None:
        raise Http404
    if place.asked != place.path_in((get_language() or "en")[:2]):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(page.get_url(request) + (f"?{query}" if query else ""))
    response: HttpResponse = page.serve(request)
    return response
