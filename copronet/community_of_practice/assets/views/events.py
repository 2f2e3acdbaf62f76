"""Asset-mapping events: preparing one, printing its cards, typing them in."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView, TemplateView

from copronet.common_ground.journal.views.deeds import AddView, DeedView, Guarded
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.spreadsheets.choices import in_both
from copronet.community_of_practice.assets.actions.events import prepare_event, type_in_card
from copronet.community_of_practice.assets.choices import Kind
from copronet.community_of_practice.assets.forms.events import CardForm, EventForm
from copronet.community_of_practice.assets.models import MappingEvent

LATEST = 5
# What a card asks, in both languages on the same card.
ASKED = {
    "what": _("What do you have, or what is there here, that could help others?"),
    "kind": _("What is it?"),
    "where": _("Where?"),
    "private": _("Please write no home address, and nobody else's name."),
}


class EventsView(Guarded, ListView[MappingEvent]):
    """The events one has prepared; all of them for those who look after the map."""

    template_name = "assets/events.html"
    paginate_by = 50
    context_object_name = "events"

    def get_queryset(self) -> QuerySet[MappingEvent]:
        events = MappingEvent.objects.select_related("area").order_by("-held_on", "-id")
        return events if self.me.has_perm("assets.look_after") else events.filter(added_by=self.me)


class PrepareEventView(AddView):
    permission = "assets.add"
    form_class = EventForm
    kind = MappingEvent
    title = _("Prepare an asset-mapping event")
    lead = _(
        "People in a room write on cards what they have and know. You print the cards, and type them in afterwards."
    )
    button = _("Prepare it")
    success_url = reverse_lazy("assets:events")
    leads_to = "assets:type_in"

    def do(self, form: EventForm) -> None:
        self.made = prepare_event(actor=self.actor, event=form.save(commit=False), key=form.deed_key)


class OfEvent:
    kwargs: dict[str, Any]

    @cached_property
    def event(self) -> MappingEvent:
        return get_object_or_404(MappingEvent.objects.select_related("area"), pk=self.kwargs["pk"])

    def subject(self) -> MappingEvent:
        return self.event


class CardsView(OfEvent, Guarded, TemplateView):
    """The cards to be printed: in both languages, each with its code."""

    permission = "assets.type_in"
    template_name = "assets/cards.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            event=self.event,
            numbers=range(1, self.event.cards + 1),
            kinds=[in_both(lambda kind=kind: kind.label) for kind in Kind],  # type: ignore[misc]
            asked={name: in_both(lambda words=words: words) for name, words in ASKED.items()},  # type: ignore[misc]
            **kwargs,
        )


class TypeInView(OfEvent, DeedView):
    """One card after another: what stays the same is kept, and the number counts on."""

    permission = "assets.type_in"
    template_name = "assets/type_in.html"
    form_class = CardForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "event": self.event,
            "knows_records": self.me.has_perm("assets.look_after"),
        }

    def get_initial(self) -> dict[str, Any]:
        latest = self.event.assets.order_by("-card").values_list("card", flat=True).first() or 0
        fresh = {
            "card": min(latest + 1, self.event.cards),
            "language": reading_language().value,
            "where": self.event.area_id or "",
        }
        kept = {name: self.request.GET[name] for name in ("card", *CardForm.KEPT) if name in self.request.GET}
        return fresh | kept

    def do(self, form: CardForm) -> None:
        said = form.cleaned_data
        self.kept = form.kept()
        type_in_card(
            actor=self.actor,
            event=self.event,
            card=said["card"],
            asset=form.asset(),
            holder=said.get("organisation"),
            links=form.links,
            key=form.deed_key,
        )

    def get_success_url(self) -> str:
        address = reverse("assets:type_in", args=[self.event.pk])
        kept = getattr(self, "kept", None)
        return f"{address}?{urlencode(kept)}" if kept else reverse("assets:events")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        typed = self.event.assets.order_by("-pk")
        return super().get_context_data(
            event=self.event, latest=typed[:LATEST], count=typed.count(), **kwargs
        )
