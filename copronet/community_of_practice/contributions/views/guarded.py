"""Pages that are not there for whoever may not see them."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from copronet.common_ground.journal.views.deeds import Guarded


class Hidden(Guarded):
    """A page about one record, for those whom ``permission`` lets; to others it is not there."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_perm(self.permission, self.subject()):
            raise Http404
        return super().dispatch(request, *args, **kwargs)
