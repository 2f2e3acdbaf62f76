from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "seeking"

urlpatterns = [
    path(_("my-searches/"), views.MineView.as_view(), name="mine"),
    path(_("my-searches/keep/"), views.KeepView.as_view(), name="keep"),
    path(_("my-searches/<int:pk>/let-go/"), views.LetGoView.as_view(), name="let_go"),
    path(_("search/sought/"), views.SoughtView.as_view(), name="sought"),
]
