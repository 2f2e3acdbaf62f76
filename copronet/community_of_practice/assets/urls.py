from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import feeds
from .views import asset_map, assets, checks, elsewhere, events, looking_after

app_name = "assets"

urlpatterns = [
    path(_("assets/"), asset_map.AssetsView.as_view(), name="assets"),
    path(_("assets/add/"), assets.AddAssetView.as_view(), name="add"),
    path(_("assets/mine/"), looking_after.MineView.as_view(), name="mine"),
    path(
        _("assets/mine/offer/<int:interest>/"), looking_after.FromInterestView.as_view(), name="from_interest"
    ),
    path(_("assets/tasks/"), looking_after.TasksView.as_view(), name="tasks"),
    path(_("assets/feed/"), feeds.AssetsFeed(), name="feed"),
    path(_("assets/embed/"), elsewhere.EmbedView.as_view(), name="embed"),
    path(_("assets/download.csv"), elsewhere.DownloadView.as_view(), {"form": "csv"}, name="csv"),
    path(_("assets/download.geojson"), elsewhere.DownloadView.as_view(), {"form": "geojson"}, name="geojson"),
    path(_("assets/views/"), elsewhere.ViewsView.as_view(), name="views"),
    path(_("assets/views/save/"), elsewhere.SaveViewView.as_view(), name="save_view"),
    path(_("assets/views/<slug:code>/"), elsewhere.SavedViewView.as_view(), name="saved_view"),
    path(_("assets/views/<slug:code>/remove/"), elsewhere.RemoveViewView.as_view(), name="remove_view"),
    path(_("assets/events/"), events.EventsView.as_view(), name="events"),
    path(_("assets/events/prepare/"), events.PrepareEventView.as_view(), name="prepare_event"),
    path(_("assets/events/<int:pk>/cards/"), events.CardsView.as_view(), name="cards"),
    path(_("assets/events/<int:pk>/type-in/"), events.TypeInView.as_view(), name="type_in"),
    path(_("assets/<int:pk>/"), assets.AssetView.as_view(), name="asset"),
    path(_("assets/<int:pk>/data/"), elsewhere.DataView.as_view(), name="data"),
    path(_("assets/<int:pk>/change/"), assets.ChangeAssetView.as_view(), name="change"),
    path(_("assets/<int:pk>/withdraw/"), assets.WithdrawView.as_view(), name="withdraw"),
    path(_("assets/<int:pk>/bring-back/"), assets.BringBackView.as_view(), name="bring_back"),
    path(_("assets/<int:pk>/still-right/"), checks.ConfirmView.as_view(), name="confirm"),
    path(_("assets/<int:pk>/out-of-date/"), checks.ReportView.as_view(), name="report"),
    path(_("assets/<int:pk>/stewards/"), looking_after.StewardsView.as_view(), name="stewards"),
    path(
        _("assets/<int:pk>/stewards/<int:person>/end/"),
        looking_after.EndStewardshipView.as_view(),
        name="end_stewardship",
    ),
    path(_("assets/<int:pk>/pictures/"), looking_after.PicturesView.as_view(), name="pictures"),
    path(
        _("assets/<int:pk>/pictures/<int:picture>/take-away/"),
        looking_after.TakePictureAwayView.as_view(),
        name="take_picture_away",
    ),
    path(_("still-right/<str:token>/<slug:answer>/"), checks.AnswerView.as_view(), name="answer"),
]
