"""What every page with a deed on it shares: who may, the refusal in place, a word when it is done."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.mixins import AccessMixin
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import FormView, View

from copronet.common_ground.journal.actions import ActionRefused, Actor, AlreadyDone, Overtaken
from copronet.common_ground.people.forms.fields import NothingForm
from copronet.common_ground.people.models import Person


class Guarded(AccessMixin, View):
    """Asks to sign in, then the rule ``permission`` about `subject`; without one, signing in is enough."""

    permission: str = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if self.permission and not request.user.has_perm(self.permission, self.subject()):
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)

    @property
    def me(self) -> Person:
        """Whoever has signed in."""
        return cast("Person", self.request.user)

    @property
    def actor(self) -> Actor:
        return cast("Actor", self.request.actor)  # type: ignore[attr-defined]  # set by people.middleware

    def subject(self) -> Any:
        """What the rule is asked about; nothing for powers over all."""
        return None


class DeedView(Guarded, FormView):
    """A page that asks for what a deed needs. `do` carries it out; a refusal comes back in the form."""

    template_name = "people/deed.html"
    form_class: Any = NothingForm
    title: Any = ""
    lead: Any = ""
    button: Any = ""
    stops = False  # a deed that ends something: the button says so by its colour too
    done: Any = ""

    def do(self, form: Any) -> None:
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.do(form)
        except Overtaken:
            raise  # whoever edits a record shows both
        except AlreadyDone as refusal:
            messages.info(self.request, str(refusal))
            return redirect(self.get_success_url())
        except ActionRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        if self.done:
            messages.success(self.request, str(self.done))
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = {
            "title": self.title,
            "lead": self.lead,
            "button": self.button,
            "stops": self.stops,
            "back": self.get_success_url(),
        }
        return super().get_context_data(**said | kwargs)


class ButtonView(Guarded):
    """A deed that one button on another page does; a refusal is said on that page."""

    http_method_names = ["post"]
    done: Any = ""

    def do(self) -> None:
        raise NotImplementedError

    def get_success_url(self) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        try:
            self.do()
        except ActionRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, str(self.done))
        return redirect(self.get_success_url())
