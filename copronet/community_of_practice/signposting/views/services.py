"""Where can I turn?, the page of a service, looking after services and feeds, and what machines read."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.views.deeds import AddView, ButtonView, ChangeView, Guarded
from copronet.common_ground.work.actions import enqueue
from copronet.community_of_practice.signposting.actions import confirm_service
from copronet.community_of_practice.signposting.choices import LINES
from copronet.community_of_practice.signposting.forms import FeedForm, ServiceForm, TurnForm
from copronet.community_of_practice.signposting.models import Feed, Service
from copronet.community_of_practice.signposting.queries import (
    feeds_in_order,
    services_chosen,
    services_to_find,
)

A_PAGE = 20
MOST_ON_A_PAGE = 1_000


class TurnView(ListView[Service]):
    template_name = "signposting/turn.html"
    paginate_by = A_PAGE
    context_object_name = "services"

    @cached_property
    def filter(self) -> TurnForm:
        return TurnForm(self.request.GET or None)

    def get_queryset(self) -> Any:
        return services_chosen(self.filter.facets)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(filter=self.filter, lines=LINES, **context)


class ServiceView(TemplateView):
    template_name = "signposting/service.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        service = get_object_or_404(services_to_find().select_related("feed"), pk=self.kwargs["pk"])
        may_change = self.request.user.has_perm("signposting.change_service", service)
        return super().get_context_data(service=service, may_change=may_change, **context)


class AddServiceView(AddView):
    permission = "signposting.look_after"
    template_name = "signposting/keep.html"
    form_class = ServiceForm
    kind = Service
    leads_to = "signposting:service"
    success_url = reverse_lazy("signposting:turn")
    title = _("Add a service")
    lead = _("Somewhere people can turn. What you save can be read by everybody.")
    button = _("Save")
    done = _("Saved. Anybody who looks for help can find it now.")


class OfService(Guarded):
    permission = "signposting.change_service"

    @cached_property
    def service(self) -> Service:
        return get_object_or_404(Service.objects.select_related("organisation"), pk=self.kwargs["pk"])

    def subject(self) -> Service:
        return self.service

    def get_success_url(self) -> str:
        return self.service.get_absolute_url()


class ChangeServiceView(OfService, ChangeView):
    form_class = ServiceForm
    title = _("Change a service")
    button = _("Save")
    done = _("Saved. The earlier version is kept in the history.")


class ConfirmServiceView(OfService, ButtonView):
    done = _("Thank you. The page now says that it was checked today.")

    def do(self) -> None:
        confirm_service(actor=self.actor, service=self.service)


class FeedsView(Guarded, TemplateView):
    permission = "signposting.look_after"
    template_name = "signposting/feeds.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(feeds=feeds_in_order(), **context)


class OfFeeds(Guarded):
    permission = "signposting.look_after"

    @cached_property
    def feed(self) -> Feed:
        return get_object_or_404(Feed, pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        return reverse("signposting:feeds")


class AddFeedView(OfFeeds, AddView):
    form_class = FeedForm
    kind = Feed
    title = _("Add a feed")
    lead = _("Another directory that speaks Open Referral UK. Its services are brought in every night.")
    button = _("Save")
    done = _("Saved. It is read tonight, or now if you say so.")


class ChangeFeedView(OfFeeds, ChangeView):
    form_class = FeedForm
    title = _("Change a feed")
    button = _("Save")
    done = _("Saved.")

    def subject(self) -> Feed:
        return self.feed


class ReadFeedView(OfFeeds, ButtonView):
    done = _("The feed is being read. What came of it stands here in a while.")

    def do(self) -> None:
        enqueue("signposting.read_feed", feed=self.feed.pk)
