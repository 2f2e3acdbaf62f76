from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import asset_map, assets

app_name = "assets"

urlpatterns = [
    path(_("assets/"), asset_map.AssetsView.as_view(), name="assets"),
    path(_("assets/add/"), assets.AddAssetView.as_view(), name="add"),
    path(_("assets/<int:pk>/"), assets.AssetView.as_view(), name="asset"),
    path(_("assets/<int:pk>/change/"), assets.ChangeAssetView.as_view(), name="change"),
    path(_("assets/<int:pk>/withdraw/"), assets.WithdrawView.as_view(), name="withdraw"),
    path(_("assets/<int:pk>/bring-back/"), assets.BringBackView.as_view(), name="bring_back"),
]
