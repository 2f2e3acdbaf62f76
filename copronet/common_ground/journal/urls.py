from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "journal"

urlpatterns = [
    path(_("activity/"), views.ActivityView.as_view(), name="activity"),
    path(_("activity/mine/"), views.OwnView.as_view(), name="own"),
    path(_("journal/"), views.AuditView.as_view(), name="audit"),
    path(_("journal/export/"), views.ExportView.as_view(), name="export"),
    path(_("history/<str:kind>/<str:key>/"), views.HistoryView.as_view(), name="history"),
    path(_("history/<str:kind>/<str:key>/difference/"), views.DifferenceView.as_view(), name="difference"),
    path(
        _("history/<str:kind>/<str:key>/restore/<int:number>/"), views.RestoreView.as_view(), name="restore"
    ),
]
