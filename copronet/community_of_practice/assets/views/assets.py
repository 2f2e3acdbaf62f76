"""One asset: its page, adding it, changing it, withdrawing it and bringing it back."""

from functools import cached_property
from typing import Any

from django.contrib.auth.mixins import AccessMixin
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.journal.views.deeds import AddView, ButtonView, ChangeView, DeedView
from copronet.community_of_practice.assets.actions.keeping import bring_back, withdraw
from copronet.community_of_practice.assets.forms.assets import AddAssetForm, ChangeAssetForm, WhyForm
from copronet.community_of_practice.assets.models import Asset
from copronet.community_of_practice.assets.queries import actor_for, holders_open_to, is_open_to
from copronet.community_of_practice.assets.queries.listing import holders_named, with_what_a_page_shows


class OfAsset:
    """A page about one asset; to whoever may not see it, it is not there."""

    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def asset(self) -> Asset:
        return get_object_or_404(with_what_a_page_shows(Asset.objects.all()), pk=self.kwargs["pk"])

    def subject(self) -> Asset:
        return self.asset

    def handle_no_permission(self) -> Any:
        if self.request.user.is_authenticated and not self.request.user.has_perm("assets.see", self.asset):
            raise Http404
        return super().handle_no_permission()  # type: ignore[misc]  # of Django's AccessMixin

    @property
    def actor(self) -> Actor:
        """For whose asset it is, where the person may act for them."""
        return actor_for(self.asset, self.request.user)  # type: ignore[arg-type]  # signed in

    def get_success_url(self) -> str:
        return self.asset.get_absolute_url()


class AssetView(OfAsset, AccessMixin, TemplateView):
    template_name = "assets/asset.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("assets.see", self.asset):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reader = self.request.user
        return super().get_context_data(
            asset=self.asset,
            may_edit=reader.is_authenticated and reader.has_perm("assets.edit", self.asset),
            is_open=is_open_to(self.asset, None),
            shown_pictures=[each for each in self.asset.pictures.all() if each.picture.may_be_published],
            holder_name=holders_named([self.asset], reader).get(self.asset.person_id or 0, ""),
            **kwargs,
        )


class AddAssetView(AddView):
    permission = "assets.add"
    template_name = "assets/add.html"
    form_class = AddAssetForm
    kind = Asset
    leads_to = "assets:asset"
    success_url = reverse_lazy("assets:assets")
    done = _("Thank you. It is on the map.")

    def get_form_kwargs(self) -> dict[str, Any]:
        holders = holders_open_to(self.me)
        first = self.actor.for_organisation or self.actor.for_person
        if first in holders:
            holders.remove(first)
            holders.insert(0, first)
        return super().get_form_kwargs() | {"holders": holders, "me": self.me}


class ChangeAssetView(OfAsset, ChangeView):
    permission = "assets.edit"
    template_name = "assets/change.html"
    form_class = ChangeAssetForm

    @property
    def done(self) -> Any:
        if self.asset.person_id:
            return _("Saved. It counts as checked today.")
        return _("Saved. The earlier version is kept in the history, and it counts as checked today.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(asset=self.asset, **kwargs)


class WithdrawView(OfAsset, DeedView):
    permission = "assets.edit"
    form_class = WhyForm
    title = _("Take this off the map")
    lead = _("Nothing is deleted. Whoever looks after it still sees it, and can bring it back.")
    button = _("Take it off the map")
    stops = True
    done = _("It is off the map. You can bring it back whenever you like.")

    def do(self, form: WhyForm) -> None:
        withdraw(actor=self.actor, asset=self.asset, why=form.cleaned_data["why"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(about=self.asset.name, **kwargs)


class BringBackView(OfAsset, ButtonView):
    permission = "assets.edit"
    done = _("It is on the map again.")

    def do(self) -> None:
        bring_back(actor=self.actor, asset=self.asset)
