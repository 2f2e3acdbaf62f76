"""What is new on the map, as an Atom feed: of everything, or of what the facets in its address choose."""

import re
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from .forms.filter import FacetsForm
from .models import Asset
from .queries.listing import fitting

LATEST = 30
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2


class AssetsFeed(Feed[Asset, FacetsForm]):
    """The entries of what everybody may see that were added or changed last."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> FacetsForm:
        return FacetsForm(request.GET)

    def title(self) -> str:
        return _("Asset Map")

    def link(self) -> str:
        return reverse("assets:assets")

    def items(self, form: FacetsForm) -> Any:
        return fitting(None, form.choice).order_by("-changed_at", "-id")[:LATEST]

    def item_title(self, asset: Asset) -> str:
        return NOT_IN_XML.sub("", asset.name.text)

    def item_description(self, asset: Asset) -> str:
        return NOT_IN_XML.sub("", asset.about.text)

    def item_updateddate(self, asset: Asset) -> Any:
        return asset.changed_at
