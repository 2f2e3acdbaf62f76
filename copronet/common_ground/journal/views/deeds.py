"""What every page with a deed on it shares: who may, the refusal in place, a word when it is done."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.contrib.auth.mixins import AccessMixin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import FormView, View

from copronet.common_ground.journal.actions import ActionRefused, Actor, AlreadyDone, Overtaken
from copronet.common_ground.journal.forms import NothingForm

if TYPE_CHECKING:
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
    def me(self) -> "Person":
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

    template_name = "journal/deed.html"
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


class AddView(DeedView):
    """A page that makes a record of one kind and goes on to it, by the address named in `leads_to`."""

    kind: type[Model]
    leads_to = ""
    made: Any = None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.kind()}

    def do(self, form: Any) -> None:
        self.made = form.save_as(self.actor)

    def get_success_url(self) -> str:
        if self.made is None:
            return super().get_success_url()
        return reverse(self.leads_to, args=[self.made.pk])


class ChangeView(DeedView):
    """A page that changes the record named by `subject`. Two people at once: the second is shown both."""

    template_name = "journal/versioned.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.subject()}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except Overtaken:
            form.show_conflict(form.cleaned_data.get("based_on") or 0)
            return self.form_invalid(form)

    def do(self, form: Any) -> None:
        form.save_as(self.actor)


class ButtonView(Guarded):
    """A deed that one button on another page does; a refusal is said on that page."""

    http_method_names = ["post"]
    success_url: Any = ""
    done: Any = ""

    def do(self) -> None:
        raise NotImplementedError

    def get_success_url(self) -> str:
        return str(self.success_url)

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        try:
            self.do()
        except ActionRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, str(self.done))
        return redirect(self.get_success_url())
