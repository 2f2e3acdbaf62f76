from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "signposting"

# Outside the languages as well: the address that other directories are given. It answers in Welsh or English
# as the request's Accept-Language says.
machines = [
    path("open-referral/", views.OpenReferralView.as_view(), name="open_referral"),
    path("open-referral/services", views.OpenReferralServicesView.as_view(), name="open_referral_services"),
    path(
        "open-referral/services/<str:uuid>",
        views.OpenReferralServiceView.as_view(),
        name="open_referral_service",
    ),
]

urlpatterns = [
    path(_("where-can-i-turn/"), views.TurnView.as_view(), name="turn"),
    path(_("services/<int:pk>/"), views.ServiceView.as_view(), name="service"),
    path(_("services/add/"), views.AddServiceView.as_view(), name="add"),
    path(_("services/<int:pk>/change/"), views.ChangeServiceView.as_view(), name="change"),
    path(_("services/<int:pk>/still-right/"), views.ConfirmServiceView.as_view(), name="confirm"),
    path(_("services/feeds/"), views.FeedsView.as_view(), name="feeds"),
    path(_("services/feeds/add/"), views.AddFeedView.as_view(), name="add_feed"),
    path(_("services/feeds/<int:pk>/change/"), views.ChangeFeedView.as_view(), name="change_feed"),
    path(_("services/feeds/<int:pk>/read/"), views.ReadFeedView.as_view(), name="read_feed"),
]
