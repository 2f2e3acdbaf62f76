"""What one looks after: one's own list, stewards, pictures, and the tasks of those who look after the map."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from copronet.common_ground.journal.actions import ActionRefused
from copronet.common_ground.journal.views.deeds import ButtonView, DeedView, Guarded
from copronet.common_ground.media.actions import keep_picture
from copronet.common_ground.people.queries import holds, names_for
from copronet.community_of_practice.assets.actions.beginning import add_from_interest
from copronet.community_of_practice.assets.actions.keeping import show_picture, take_picture_away
from copronet.community_of_practice.assets.actions.stewarding import end_stewardship, name_steward
from copronet.community_of_practice.assets.forms.more import InterestForm, ShowPictureForm, StewardForm
from copronet.community_of_practice.assets.models import Asset, AssetPicture, Question
from copronet.community_of_practice.assets.queries.askings import latest_reports, questions_for_somebody
from copronet.community_of_practice.assets.queries.beginning import interests_to_offer
from copronet.community_of_practice.assets.queries.listing import with_what_is_shown
from copronet.community_of_practice.assets.queries.seeing import in_order, looked_after_by
from copronet.community_of_practice.assets.queries.speaking import acting_for_holder
from copronet.community_of_practice.members.models import Interest

from .assets import OfAsset


class MineView(Guarded, ListView[Asset]):
    """Everything that one looks after, what is off the map too."""

    template_name = "assets/mine.html"
    paginate_by = 50
    context_object_name = "assets"

    def get_queryset(self) -> QuerySet[Asset]:
        return in_order(with_what_is_shown(looked_after_by(self.me)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            names={self.me.pk: str(self.me)},
            interests=interests_to_offer(self.me),
            form=InterestForm(),
            **kwargs,
        )


class TasksView(Guarded, ListView[Question]):
    """For those who look after the map: what nobody answered by letter, and what was said to need changing."""

    permission = "assets.look_after"
    template_name = "assets/tasks.html"
    paginate_by = 50
    context_object_name = "questions"

    def get_queryset(self) -> QuerySet[Question]:
        return questions_for_somebody()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(reports=latest_reports(), **kwargs)


class StewardsView(OfAsset, DeedView):
    """Who looks after an asset beside whoever has it; naming one more."""

    permission = "assets.edit"
    template_name = "assets/stewards.html"
    form_class = StewardForm
    done = _("They look after it too from now on, and have been told.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"knows_records": holds(self.me, "assets.look_after")}

    def do(self, form: StewardForm) -> None:
        name_steward(actor=self.actor, asset=self.asset, person=form.cleaned_data["name"])

    def get_success_url(self) -> str:
        return reverse("assets:stewards", args=[self.asset.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        stewards = list(self.asset.stewards.order_by("sort_key", "id"))
        names = names_for([steward.pk for steward in stewards], self.me)
        named = [(steward, names.get(steward.pk, "")) for steward in stewards]
        return super().get_context_data(asset=self.asset, stewards=named, **kwargs)


class EndStewardshipView(OfAsset, ButtonView):
    permission = "assets.edit"
    done = _("They no longer look after it.")

    def do(self) -> None:
        steward = get_object_or_404(self.asset.stewards, pk=self.kwargs["person"])
        end_stewardship(actor=self.actor, asset=self.asset, person=steward)

    def get_success_url(self) -> str:
        # Whoever has ended their own may not look at the list of stewards any more.
        mine = self.kwargs["person"] == self.me.pk
        return self.asset.get_absolute_url() if mine else reverse("assets:stewards", args=[self.asset.pk])


class PicturesView(OfAsset, DeedView):
    """The pictures of an asset; showing one more."""

    permission = "assets.edit"
    template_name = "assets/pictures.html"
    form_class = ShowPictureForm
    done = _("The picture is shown.")

    @transaction.atomic
    def do(self, form: ShowPictureForm) -> None:
        picture = keep_picture(actor=self.actor, picture=form.new_picture())
        show_picture(actor=self.actor, asset=self.asset, picture=picture, key=form.deed_key)

    def get_success_url(self) -> str:
        return reverse("assets:pictures", args=[self.asset.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(asset=self.asset, **kwargs)


class TakePictureAwayView(OfAsset, ButtonView):
    permission = "assets.edit"
    done = _("The picture is shown no longer.")

    @cached_property
    def shown(self) -> AssetPicture:
        return get_object_or_404(self.asset.pictures, pk=self.kwargs["picture"])

    def do(self) -> None:
        take_picture_away(actor=self.actor, shown=self.shown)

    def get_success_url(self) -> str:
        return reverse("assets:pictures", args=[self.asset.pk])


class FromInterestView(Guarded):
    """One tap: what somebody said on joining that they could offer goes on the map."""

    http_method_names = ["post"]

    def post(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        here = looked_after_by(self.me).filter(interest=self.kwargs["interest"]).first()
        if here:  # tapped twice
            return redirect(here.get_absolute_url())
        interest = get_object_or_404(interests_to_offer(self.me), pk=self.kwargs["interest"])
        form = InterestForm(self.request.POST)
        return self._put_on_the_map(interest, form) if form.is_valid() else redirect("assets:mine")

    def _put_on_the_map(self, interest: Interest, form: InterestForm) -> HttpResponse:
        actor = acting_for_holder(interest.membership.party, self.me)
        kind, key = form.cleaned_data["kind"], form.deed_key
        try:
            asset = add_from_interest(actor=actor, interest=interest, kind=kind, key=key)
        except ActionRefused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("assets:mine")
        return redirect(asset.get_absolute_url())
