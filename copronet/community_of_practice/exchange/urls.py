from django.urls import path
from django.utils.translation import gettext_lazy as _

from .choices import Kind
from .views import meetings, sides

app_name = "exchange"

urlpatterns = [
    path(_("exchange/"), sides.SidesView.as_view(), name="requests"),
    path(_("exchange/offers/"), sides.SidesView.as_view(kind=Kind.OFFER), name="offers"),
    path(_("exchange/offer-something/"), sides.AddOfferView.as_view(), name="add_offer"),
    path(_("exchange/ask-for-something/"), sides.AddRequestView.as_view(), name="add_request"),
    path(_("exchange/mine/"), meetings.MineView.as_view(), name="mine"),
    path(_("exchange/tasks/"), meetings.TasksView.as_view(), name="tasks"),
    path(_("exchange/offers/<int:pk>/"), sides.SideView.as_view(kind=Kind.OFFER), name="offer"),
    path(_("exchange/offers/<int:pk>/change/"), sides.ChangeOfferView.as_view(), name="change_offer"),
    path(
        _("exchange/offers/<int:pk>/close/"), sides.CloseSideView.as_view(kind=Kind.OFFER), name="close_offer"
    ),
    path(_("exchange/requests/<int:pk>/"), sides.SideView.as_view(), name="request"),
    path(_("exchange/requests/<int:pk>/change/"), sides.ChangeSideView.as_view(), name="change_request"),
    path(_("exchange/requests/<int:pk>/close/"), sides.CloseSideView.as_view(), name="close_request"),
    path(_("exchange/requests/<int:pk>/suggest/"), meetings.ProposeView.as_view(), name="propose"),
    path(
        _("exchange/suggestions/<int:pk>/<slug:side>/"), meetings.SuggestionView.as_view(), name="suggestion"
    ),
    path(_("exchange/suggestions/<int:pk>/<slug:side>/<slug:says>/"), meetings.SayView.as_view(), name="say"),
]
