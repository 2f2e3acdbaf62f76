from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "spreadsheets"

urlpatterns = [
    path(_("spreadsheets/"), views.HomeView.as_view(), name="home"),
    path(_("spreadsheets/files/<int:pk>/"), views.FileView.as_view(), name="file"),
    path(_("spreadsheets/files/<int:pk>/columns/"), views.MatchView.as_view(), name="match"),
    path(_("spreadsheets/files/<int:pk>/bring-in/"), views.BringInView.as_view(), name="bring_in"),
    path(_("spreadsheets/files/<int:pk>/undo/"), views.UndoView.as_view(), name="undo"),
    path(_("spreadsheets/<slug:sheet>/"), views.UploadView.as_view(), name="upload"),
    path(_("spreadsheets/<slug:sheet>/<slug:form>/"), views.GiveOutView.as_view(), name="give_out"),
]
